/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class NumericCurveTest {

    private static final DoubleUnaryOperator NOTHING = price -> 0;

    @Test
    void shouldFindTheBandOfTheClosedForm() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            double s = Math.exp(random.nextGaussian());
            double entry = s * Math.exp(0.3 * random.nextGaussian());
            double root = 1e6 * (1 + random.nextDouble());
            double without = 1e6;
            double hodl0 = without / entry;
            double hodl1 = without * entry;
            double grown = root;
            NumericCurve numeric = new NumericCurve(
                    price -> grown / Math.sqrt(price),
                    price -> grown * Math.sqrt(price),
                    s,
                    without / root,
                    hodl0,
                    hodl1,
                    5,
                    7,
                    11);
            Segment closed = Segment.ofConstantProduct(root, without, s, hodl0, hodl1, 5, 7, 11);
            double hodl = hodl0 * s * s + hodl1;
            Figures now = new Figures(
                    2 * root * s, (2 * without * s - hodl) / hodl, root / s, 2 * (root - without) * s + 5 * s * s + 7);
            Limits limits = Tolerances.DEFAULT.limits(now, closed.fullDelta());
            QuietBand expected = closed.quiet(now, now, limits, 1);
            QuietBand found = numeric.quiet(now, now, limits, 1);
            assertEquals(expected.lo(), found.lo(), 1e-6 * (s - expected.lo()));
            assertEquals(expected.hi(), found.hi(), 1e-6 * (expected.hi() - s));
            assertEquals(expected.feeThreshold(), found.feeThreshold(), 1e-6 * expected.feeThreshold());
            assertEquals(closed.fullDelta(), numeric.fullDelta(), 1e-12 * closed.fullDelta());
        }
    }

    /** Two assets of weights w and 1-w: x = w*C*P^(w-1), y = (1-w)*C*P^w (Balancer whitepaper, value function). */
    @Test
    void shouldBeQuietInsideAndLoudOutside_inAWeightedPool() {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            double w = 0.1 + 0.8 * random.nextDouble();
            double entry = Math.exp(0.4 * random.nextGaussian());
            double basket0 = amount0(w, entry) * (1 + random.nextDouble());
            double basket1 = amount1(w, entry);
            double il = Math.pow(10, -6 * random.nextDouble());
            Tolerances tolerances = new Tolerances(10, il, 10, 10);
            NumericCurve curve = new NumericCurve(
                    price -> amount0(w, price), price -> amount1(w, price), 1, 1, basket0, basket1, 0, 0, 0);
            Figures now = weighted(w, basket0, basket1, 1);
            Limits limits = tolerances.limits(now, curve.fullDelta());
            QuietBand band = curve.quiet(now, now, limits, 0);
            for (int k = 1; k < 1000; k++) {
                double s = Math.exp(Math.log(band.lo()) + Math.log(band.hi() / band.lo()) * k / 1000);
                assertTrue(limits.hold(now, weighted(w, basket0, basket1, s * s)));
            }
            assertLoud(limits, now, band.hi(), weighted(w, basket0, basket1, Math.pow(1 + (band.hi() - 1) * 1.001, 2)));
            assertLoud(limits, now, band.lo(), weighted(w, basket0, basket1, Math.pow(1 + (band.lo() - 1) * 1.001, 2)));
        }
    }

    @Test
    void shouldBeDueAtOnce_whenFiguresAreBeyondTheirLimits() {
        NumericCurve curve = new NumericCurve(price -> 1, price -> 1, 1, 1, 1, 1, 0, 0, 0);
        Figures published = new Figures(3, 0, 1, 0);
        Limits limits = Tolerances.DEFAULT.limits(published, 1);
        QuietBand band = curve.quiet(new Figures(2, 0, 1, 0), published, limits, 0);
        assertEquals(1, band.lo());
        assertEquals(1, band.hi());
    }

    @Test
    void shouldHaveNoBand_whenNotTheLeastMoveIsAllowed() {
        NumericCurve curve = new NumericCurve(Math::sqrt, Math::sqrt, 1, 1, 1, 1, 0, 0, 0);
        Figures now = new Figures(2, 0, 1, 0);
        QuietBand band = curve.quiet(now, now, new Tolerances(0, 0, 0, 0).limits(now, curve.fullDelta()), 0);
        assertEquals(band.lo(), band.hi());
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertThrows(IllegalArgumentException.class, () -> new NumericCurve(NOTHING, NOTHING, 0, 1, 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new NumericCurve(NOTHING, NOTHING, 1, 0, 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new NumericCurve(NOTHING, NOTHING, 1, 1, -1, 0, 0, 0, 0));
    }

    private static void assertLoud(Limits limits, Figures now, double end, Figures beyond) {
        boolean isFarEnd = end > 999 || end < 1.001e-3;
        assertTrue(isFarEnd || !limits.hold(now, beyond), () -> limits + " at " + end + ": " + now + " but " + beyond);
    }

    private static Figures weighted(double w, double basket0, double basket1, double price) {
        double value = amount0(w, price) * price + amount1(w, price);
        double hodl = basket0 * price + basket1;
        return new Figures(value, value / hodl - 1, amount0(w, price), 0);
    }

    private static double amount0(double w, double price) {
        return 1e6 * w * Math.pow(price, w - 1);
    }

    private static double amount1(double w, double price) {
        return 1e6 * (1 - w) * Math.pow(price, w);
    }
}
