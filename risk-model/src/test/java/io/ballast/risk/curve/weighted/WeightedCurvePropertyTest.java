/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import static io.ballast.risk.curve.Exact.assertNear;
import static io.ballast.risk.curve.Exact.divide;

import io.ballast.risk.curve.Exact;
import io.ballast.risk.curve.HoldingCurve;
import io.ballast.risk.curve.HoldingCurveContract;
import io.ballast.risk.curve.PriceMoves;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Pools of two to eight assets, against the same pool in 100 digits. */
class WeightedCurvePropertyTest extends HoldingCurveContract {

    private static final BigDecimal STEP = new BigDecimal("1e-20");

    @Override
    protected HoldingCurve curve(Random random) {
        return curveOf(parts(random), PriceMoves.decades(6, random));
    }

    @Override
    protected double[] prices(HoldingCurve curve, Random random) {
        return random.doubles(curve.assets()).map(u -> Math.pow(10, 8 * u - 4)).toArray();
    }

    @Property(tries = 80)
    void shouldHoldTheAmountsOfTheReference(@ForAll long seed) {
        Random random = new Random(seed);
        int[] parts = parts(random);
        double invariant = PriceMoves.decades(20, random);
        WeightedCurve curve = curveOf(parts, invariant);
        double[] prices = prices(curve, random);
        ExactWeighted exact = new ExactWeighted(parts, Exact.of(invariant));

        assertNear("value", curve.value(prices), exact.value(exact(prices)), 1e-12);
        for (int i = 0; i < parts.length; i++) {
            assertNear("amount " + i, curve.amounts(prices)[i], exact.amount(i, exact(prices)), 1e-12);
        }
    }

    @Property(tries = 40)
    void shouldHaveTheDeltasAndGammasOfFiniteDifferences(@ForAll long seed) {
        Random random = new Random(seed);
        int[] parts = parts(random);
        WeightedCurve curve = curveOf(parts, 1);
        double[] prices = prices(curve, random);
        ExactWeighted exact = new ExactWeighted(parts, BigDecimal.ONE);
        int i = random.nextInt(parts.length);
        int j = random.nextInt(parts.length);

        assertNear("delta", curve.deltas(prices)[i], difference(exact, exact(prices), i), 1e-12);
        BigDecimal h = exact(prices)[j].multiply(STEP);
        BigDecimal above = difference(exact, moved(exact(prices), j, h), i);
        BigDecimal below = difference(exact, moved(exact(prices), j, h.negate()), i);
        assertNear("gamma", curve.gammas(prices)[i][j], divide(above.subtract(below), h.add(h)), 1e-12);
    }

    @Property(tries = 80)
    void shouldLoseWhatTheReferenceLosesInAStep(@ForAll long seed) {
        Random random = new Random(seed);
        int[] parts = parts(random);
        WeightedCurve curve = curveOf(parts, 1);
        double[] from = prices(curve, random);
        double[] to = from.clone();
        to[random.nextInt(to.length)] *= Math.exp(random.nextGaussian());
        int moved = random.nextInt(to.length);
        to[moved] = PriceMoves.from(from[moved], random);
        ExactWeighted exact = new ExactWeighted(parts, BigDecimal.ONE);
        BigDecimal hodl = BigDecimal.ZERO;
        for (int i = 0; i < parts.length; i++) {
            hodl = hodl.add(exact.amount(i, exact(from)).multiply(Exact.of(to[i])));
        }

        assertNear("loss", curve.rebalancingLoss(from, to), hodl.subtract(exact.value(exact(to))), 1e-12);
    }

    /** The commonest tick: one price moves a little. */
    @Property(tries = 80)
    void shouldKeepTheDigitsOfASmallLoss(@ForAll long seed) {
        Random random = new Random(seed);
        int[] parts = parts(random);
        WeightedCurve curve = curveOf(parts, 1);
        double[] from = prices(curve, random);
        double[] to = from.clone();
        int moved = random.nextInt(to.length);
        to[moved] = PriceMoves.from(from[moved], random);
        ExactWeighted exact = new ExactWeighted(parts, BigDecimal.ONE);
        BigDecimal before =
                exact.amount(moved, exact(from)).multiply(Exact.of(to[moved]).subtract(Exact.of(from[moved])));
        BigDecimal gain = exact.value(exact(to)).subtract(exact.value(exact(from)));

        assertNear("loss", curve.rebalancingLoss(from, to), before.subtract(gain), 1e-12);
    }

    private static BigDecimal difference(ExactWeighted exact, BigDecimal[] prices, int asset) {
        BigDecimal h = prices[asset].multiply(STEP);
        BigDecimal rise = exact.value(moved(prices, asset, h)).subtract(exact.value(moved(prices, asset, h.negate())));
        return divide(rise, h.add(h));
    }

    private static BigDecimal[] moved(BigDecimal[] prices, int asset, BigDecimal by) {
        BigDecimal[] moved = prices.clone();
        moved[asset] = moved[asset].add(by);
        return moved;
    }

    private static BigDecimal[] exact(double[] values) {
        return Arrays.stream(values).mapToObj(Exact::of).toArray(BigDecimal[]::new);
    }

    private static WeightedCurve curveOf(int[] parts, double invariant) {
        double whole = Arrays.stream(parts).sum();
        return new WeightedCurve(
                Weights.of(
                        Arrays.stream(parts).mapToDouble(part -> part / whole).toArray()),
                invariant);
    }

    private static int[] parts(Random random) {
        return random.ints(2 + random.nextInt(7), 1, 21).toArray();
    }
}
