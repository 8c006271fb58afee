/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The closed forms against their definition in 60 digits, finite differences and symmetries; prices from 1e-18 to 1e18. */
class ConcentratedRangePropertyTest {

    private static final MathContext DIGITS = new MathContext(60);

    /** A range, an entry and a price now, near each other or far apart. */
    record Case(ConcentratedRange range, double entry, double now) {}

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Double> logWidth =
                Arbitraries.doubles().between(-12, 2).ofScale(6).withoutEdgeCases();
        Arbitrary<Double> place = Arbitraries.doubles().between(-1.5, 2.5).ofScale(6);
        return Combinators.combine(
                        Arbitraries.doubles().between(-9, 9).ofScale(6).withoutEdgeCases(),
                        logWidth,
                        place,
                        place,
                        Arbitraries.doubles().between(-6, 20).ofScale(6).withoutEdgeCases())
                .as((logPrice, width, entry, now, logLiquidity) -> {
                    double lower = Math.pow(10, logPrice);
                    double step = Math.exp(width);
                    return new Case(
                            new ConcentratedRange(Math.pow(10, logLiquidity), lower, lower * (1 + step)),
                            lower * Math.pow(1 + step, entry),
                            lower * Math.pow(1 + step, now));
                });
    }

    @Property(tries = 2000)
    void lossIsValueLessHodl(@ForAll("cases") Case c) {
        double loss = c.range.impermanentLoss(c.entry, c.now);
        BigDecimal exact = exactValue(c.range, c.now, c.now).subtract(exactValue(c.range, c.entry, c.now));
        assertThat(loss).isCloseTo(exact.doubleValue(), within(Math.abs(loss) * 1e-14));
        assertThat(loss).isLessThanOrEqualTo(0);
    }

    @Property(tries = 2000)
    void valueIsThatOfTheAmounts(@ForAll("cases") Case c) {
        double exact = exactValue(c.range, c.now, c.now).doubleValue();
        assertThat(c.range.value(c.now)).isCloseTo(exact, within(exact * 1e-14));
        assertThat(c.range.delta(c.now)).isEqualTo(c.range.amount0(c.now));
    }

    @Property(tries = 2000)
    void fractionIsLossOverHodl_betweenMinusOneAndZero(@ForAll("cases") Case c) {
        double fraction = c.range.impermanentLossFraction(c.entry, c.now);
        double hodl = exactValue(c.range, c.entry, c.now).doubleValue();
        assertThat(fraction).isBetween(-1.0, 0.0);
        assertThat(fraction * hodl)
                .isCloseTo(
                        c.range.impermanentLoss(c.entry, c.now),
                        within(Math.abs(c.range.impermanentLoss(c.entry, c.now)) * 1e-14));
    }

    @Property(tries = 2000)
    void swappingTheTokensSwapsAmountsAndKeepsTheFraction(@ForAll("cases") Case c) {
        ConcentratedRange inverted = c.range.inverted();
        double whole0 = c.range.amount0(c.range.sqrtLower());
        double whole1 = c.range.amount1(c.range.sqrtUpper());
        double rounding = 8 * Math.ulp(1.0) * c.range.sqrtUpper() / (c.range.sqrtUpper() - c.range.sqrtLower());
        double outside = Math.max(1, Math.max(c.range.sqrtLower() / c.now, c.now / c.range.sqrtUpper()));
        assertThat(inverted.amount1(1 / c.now)).isCloseTo(c.range.amount0(c.now), within(whole0 * rounding));
        assertThat(inverted.amount0(1 / c.now)).isCloseTo(c.range.amount1(c.now), within(whole1 * rounding));
        assertThat(inverted.impermanentLossFraction(1 / c.entry, 1 / c.now))
                .isCloseTo(c.range.impermanentLossFraction(c.entry, c.now), within(rounding * outside * outside));
    }

    @Property(tries = 2000)
    void deltaIsTheSlopeOfValue(@ForAll("cases") Case c) {
        double price = c.now * c.now;
        double step = price * 1e-6;
        BigDecimal up = exactValue(c.range, Math.sqrt(price + step), Math.sqrt(price + step));
        BigDecimal down = exactValue(c.range, Math.sqrt(price - step), Math.sqrt(price - step));
        double width = Math.pow(Math.sqrt(price + step), 2) - Math.pow(Math.sqrt(price - step), 2);
        double slope = up.subtract(down).doubleValue() / width;
        // Concave: the slope over an interval lies between the deltas at its ends.
        double highest = c.range.delta(Math.sqrt(price - step));
        double lowest = c.range.delta(Math.sqrt(price + step));
        double rounding = 1e-8 * c.range.amount0(c.range.sqrtLower());
        assertThat(slope).isBetween(lowest - rounding, highest + rounding);
    }

    @Property(tries = 2000)
    void gammaIsTheSlopeOfDeltaInside_andZeroElsewhere(@ForAll("cases") Case c) {
        double price = c.now * c.now;
        double step = price * 1e-6;
        boolean inside = c.range.sqrtLower() < Math.sqrt(price - step) && Math.sqrt(price + step) < c.range.sqrtUpper();
        boolean outside = c.now <= c.range.sqrtLower() || c.now >= c.range.sqrtUpper();
        if (inside) {
            double slope = (1 / Math.sqrt(price + step) - 1 / Math.sqrt(price - step)) * c.range.liquidity() / 2 / step;
            assertThat(c.range.gamma(c.now)).isCloseTo(slope, within(Math.abs(slope) * 1e-8));
        } else if (outside) {
            assertThat(c.range.gamma(c.now)).isZero();
        }
    }

    /** 18 and 6 decimals: raw sqrt prices are a million times too low, token1 raw units a millionth of a whole one. */
    @Property(tries = 2000)
    void humanUnitsScaleValueAndKeepTheFraction(@ForAll("cases") Case c) {
        ConcentratedRange human = c.range.inHumanUnits(18, 6);
        double million = 1e6;
        double rounding = 16 * Math.ulp(1.0) * c.range.sqrtUpper() / (c.range.sqrtUpper() - c.range.sqrtLower());
        assertThat(human.value(c.now * million) * million)
                .isCloseTo(c.range.value(c.now), within(c.range.value(c.now) * rounding));
        assertThat(human.liquidity()).isCloseTo(c.range.liquidity() / 1e12, within(c.range.liquidity() * 1e-26));
    }

    /** V of a basket chosen at one price and marked at another, straight from the definition. */
    private static BigDecimal exactValue(ConcentratedRange range, double chosenAt, double markedAt) {
        BigDecimal a = new BigDecimal(range.sqrtLower());
        BigDecimal b = new BigDecimal(range.sqrtUpper());
        BigDecimal c = new BigDecimal(chosenAt).max(a).min(b);
        BigDecimal s = new BigDecimal(markedAt);
        BigDecimal amount0 = BigDecimal.ONE.divide(c, DIGITS).subtract(BigDecimal.ONE.divide(b, DIGITS));
        return new BigDecimal(range.liquidity())
                .multiply(amount0.multiply(s.pow(2)).add(c).subtract(a), DIGITS);
    }
}
