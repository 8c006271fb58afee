/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every greek against finite differences of the price, or of the greek it is the derivative of. */
class GreeksPropertyTest {

    private static final double STEP = 2e-5;

    @Property(tries = 1000)
    void onTheForward(@ForAll Random random) {
        Black76 o = option(random);
        OptionGreeks g = o.greeks();
        double f = o.forward();
        double unit = Math.max(f, o.strike());
        assertThat(g.price()).isEqualTo(o.price());
        close(
                g.delta(),
                slope(
                        x -> with(o, x, o.volatility(), o.yearsToExpiry(), o.rate())
                                .price(),
                        f),
                1);
        close(
                g.gamma() * f,
                slope(
                                x -> with(o, x, o.volatility(), o.yearsToExpiry(), o.rate())
                                        .greeks()
                                        .delta(),
                                f)
                        * f,
                g.gamma() * f + 1);
        close(g.vega(), slope(x -> with(o, f, x, o.yearsToExpiry(), o.rate()).price(), o.volatility()), unit);
        close(
                -g.theta(),
                slope(x -> with(o, f, o.volatility(), x, o.rate()).price(), o.yearsToExpiry()),
                unit + Math.abs(g.theta()));
        close(
                g.rho(),
                slope(x -> with(o, f, o.volatility(), o.yearsToExpiry(), x).price(), o.rate()),
                unit);
        close(
                g.vanna(),
                slope(x -> with(o, f, x, o.yearsToExpiry(), o.rate()).greeks().delta(), o.volatility()),
                1 + Math.abs(g.vanna()));
        close(
                g.volga(),
                slope(x -> with(o, f, x, o.yearsToExpiry(), o.rate()).greeks().vega(), o.volatility()),
                unit + Math.abs(g.volga()));
    }

    @Property(tries = 1000)
    void onTheSpot(@ForAll Random random) {
        Black76 o = option(random);
        double carry = random.nextDouble() * 0.2 - 0.1;
        double s = o.forward();
        double unit = Math.max(s, o.strike());
        OptionGreeks g =
                spot(o, s, o.volatility(), o.yearsToExpiry(), o.rate(), carry).greeks();
        close(
                g.delta(),
                slope(
                        x -> spot(o, x, o.volatility(), o.yearsToExpiry(), o.rate(), carry)
                                .price(),
                        s),
                1);
        close(
                g.gamma() * s,
                slope(
                                x -> spot(o, x, o.volatility(), o.yearsToExpiry(), o.rate(), carry)
                                        .greeks()
                                        .delta(),
                                s)
                        * s,
                g.gamma() * s + 1);
        close(
                g.vega(),
                slope(x -> spot(o, s, x, o.yearsToExpiry(), o.rate(), carry).price(), o.volatility()),
                unit);
        close(
                -g.theta(),
                slope(x -> spot(o, s, o.volatility(), x, o.rate(), carry).price(), o.yearsToExpiry()),
                unit + Math.abs(g.theta()));
        close(
                g.rho(),
                slope(
                        x -> spot(o, s, o.volatility(), o.yearsToExpiry(), x, carry)
                                .price(),
                        o.rate()),
                unit);
        close(
                g.vanna(),
                slope(
                        x -> spot(o, s, x, o.yearsToExpiry(), o.rate(), carry)
                                .greeks()
                                .delta(),
                        o.volatility()),
                1 + Math.abs(g.vanna()));
        close(
                g.volga(),
                slope(
                        x -> spot(o, s, x, o.yearsToExpiry(), o.rate(), carry)
                                .greeks()
                                .vega(),
                        o.volatility()),
                unit + Math.abs(g.volga()));
    }

    @Property(tries = 1000)
    void inCoins(@ForAll Random random) {
        Black76 o = option(random);
        InverseOption coin = inverse(o, o.forward(), o.volatility(), o.yearsToExpiry());
        assertThat(coin.netDelta())
                .isCloseTo(coin.dollarDelta() - coin.priceCoin(), within(1e-13 * (1 + o.strike() / o.forward())));
        double elasticity = o.forward()
                * slope(x -> inverse(o, x, o.volatility(), o.yearsToExpiry()).priceCoin(), o.forward());
        close(coin.netDelta(), elasticity, 1 + o.strike() / o.forward());
        close(
                coin.vegaCoin(),
                slope(x -> inverse(o, o.forward(), x, o.yearsToExpiry()).priceCoin(), o.volatility()),
                1 + o.strike() / o.forward());
    }

    private static Black76 option(Random random) {
        double forward = Math.pow(10, random.nextDouble() * 8 - 3);
        return new Black76(
                random.nextBoolean() ? OptionKind.CALL : OptionKind.PUT,
                forward,
                forward * Math.exp(random.nextGaussian() * 0.4),
                0.1 + random.nextDouble() * 2,
                0.02 + random.nextDouble() * 2,
                random.nextDouble() * 0.2 - 0.1);
    }

    private static Black76 with(Black76 o, double forward, double volatility, double years, double rate) {
        return new Black76(o.kind(), forward, o.strike(), volatility, years, rate);
    }

    private static SpotOption spot(Black76 o, double spot, double volatility, double years, double rate, double carry) {
        return new SpotOption(o.kind(), spot, o.strike(), volatility, years, rate, carry);
    }

    private static InverseOption inverse(Black76 o, double forward, double volatility, double years) {
        return new InverseOption(o.kind(), forward, o.strike(), volatility, years);
    }

    /** Fourth-order central difference. */
    private static double slope(DoubleUnaryOperator function, double at) {
        double h = STEP * Math.max(Math.abs(at), 0.01);
        double near = function.applyAsDouble(at + h) - function.applyAsDouble(at - h);
        double far = function.applyAsDouble(at + 2 * h) - function.applyAsDouble(at - 2 * h);
        return (8 * near - far) / (12 * h);
    }

    private static void close(double closedForm, double difference, double scale) {
        assertThat(closedForm).isCloseTo(difference, within(1e-8 * scale));
    }
}
