/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Price and back, from an hour to three years, 1 % to 500 %, strikes from a twentieth to twenty times the forward. */
class ImpliedVolatilityPropertyTest {

    private static final double ROUNDING = 1e-13;

    @Property(tries = 20_000)
    void comesBack_asPreciselyAsThePriceTells(@ForAll Random random) {
        Black76 option = option(random);
        double price = option.price();
        double discountedIntrinsic = option.discount() * option.kind().payoff(option.forward(), option.strike());
        ImpliedVolatility found = invert(option, price);
        if (price == discountedIntrinsic) {
            assertThat(found).isInstanceOf(ImpliedVolatility.AtOrBelowIntrinsic.class);
            return;
        }
        // A rounding of the price moves the volatility by price/vega; relative to it, that is the condition number.
        double condition = price / (option.greeks().vega() * option.volatility());
        double smallest = Double.MIN_NORMAL * 1e20;
        if (condition * ROUNDING > 0.1 || price - discountedIntrinsic < smallest) {
            return;
        }
        assertThat(found).isInstanceOf(ImpliedVolatility.Found.class);
        assertThat(found.asOptional().getAsDouble())
                .isCloseTo(option.volatility(), within(option.volatility() * ROUNDING * (1 + condition)));
    }

    @Property(tries = 5_000)
    void outOfTheMoneyItAlwaysComesBack_howeverSmallThePrice(@ForAll Random random) {
        Black76 any = option(random);
        OptionKind outside = any.strike() > any.forward() ? OptionKind.CALL : OptionKind.PUT;
        Black76 option = new Black76(outside, any.forward(), any.strike(), any.volatility(), any.yearsToExpiry(), 0);
        if (option.price() < any.forward() * 1e-280) {
            return;
        }
        double condition = option.price() / (option.greeks().vega() * option.volatility());
        assertThat(invert(option, option.price()).asOptional().getAsDouble())
                .isCloseTo(option.volatility(), within(option.volatility() * ROUNDING * (10 + condition)));
    }

    @Property(tries = 2_000)
    void callAndPutDifferByTheForward(@ForAll Random random) {
        Black76 option = option(random);
        double call = with(option, OptionKind.CALL).price();
        double put = with(option, OptionKind.PUT).price();
        double parity = option.discount() * (option.forward() - option.strike());
        assertThat(call - put).isCloseTo(parity, within(1e-15 * 8 * (call + put)));
    }

    @Property(tries = 2_000)
    void whatIsNoPriceOfAnOptionIsSaidSo(@ForAll Random random) {
        Black76 option = option(random);
        double bound = option.discount() * (option.kind() == OptionKind.CALL ? option.forward() : option.strike());
        double intrinsic = option.discount() * option.kind().payoff(option.forward(), option.strike());
        assertThat(invert(option, bound * (1 + random.nextDouble())))
                .isInstanceOf(ImpliedVolatility.AtOrAboveBound.class);
        assertThat(invert(option, intrinsic * random.nextDouble()))
                .isInstanceOf(ImpliedVolatility.AtOrBelowIntrinsic.class);
    }

    private static Black76 option(Random random) {
        double forward = Math.pow(10, random.nextDouble() * 9 - 3);
        return new Black76(
                random.nextBoolean() ? OptionKind.CALL : OptionKind.PUT,
                forward,
                forward * Math.exp(random.nextInt(10) == 0 ? 0 : (random.nextDouble() - 0.5) * 6),
                Math.exp(Math.log(0.01) + random.nextDouble() * Math.log(500)),
                Math.exp(Math.log(1.0 / 8760) + random.nextDouble() * Math.log(3 * 8760)),
                random.nextDouble() * 0.1 - 0.05);
    }

    private static Black76 with(Black76 o, OptionKind kind) {
        return new Black76(kind, o.forward(), o.strike(), o.volatility(), o.yearsToExpiry(), o.rate());
    }

    private static ImpliedVolatility invert(Black76 o, double price) {
        return ImpliedVolatility.fromPrice(o.kind(), o.forward(), o.strike(), o.yearsToExpiry(), o.rate(), price);
    }
}
