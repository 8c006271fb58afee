/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import static io.ballast.risk.curve.Exact.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ballast.risk.curve.Exact;
import io.ballast.risk.curve.PriceMoves;
import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** D, y and price against the invariant in 100 digits, through 16 decades of imbalance. */
class StableInvariantPropertyTest {

    @Property(tries = 300)
    void depthShouldSolveTheInvariant(@ForAll long seed) {
        Random random = new Random(seed);
        StableInvariant invariant = new StableInvariant(Math.pow(10, 0.31 + 6 * random.nextDouble()));
        double x = PriceMoves.decades(8, random);
        double y = PriceMoves.decades(8, random);
        double depth = invariant.depth(x, y);
        BigDecimal k = Exact.of(invariant.k());

        // The residual changes sign between a little less and a little more, so the root lies between.
        assertThat(residual(k, depth * (1 - 1e-14), x, y).signum()).isPositive();
        assertThat(residual(k, depth * (1 + 1e-14), x, y).signum()).isNegative();
    }

    @Property(tries = 300)
    void otherBalanceShouldBeTheRootOfTheQuadratic(@ForAll long seed) {
        Random random = new Random(seed);
        StableInvariant invariant = new StableInvariant(Math.pow(10, 0.31 + 6 * random.nextDouble()));
        double x = PriceMoves.decades(8, random);
        ExactStable exact = new ExactStable(Exact.of(invariant.k()), BigDecimal.ONE);
        BigDecimal y = exact.unitY(Exact.of(x));

        assertNear("y", invariant.other(x, 1), y, 2e-15 * conditioning(invariant.k(), x, y.doubleValue()));
    }

    @Property(tries = 300)
    void priceShouldBeTheSlopeOfTheCurve(@ForAll long seed) {
        Random random = new Random(seed);
        StableInvariant invariant = new StableInvariant(Math.pow(10, 0.31 + 6 * random.nextDouble()));
        double x = PriceMoves.decades(5, random);
        double y = PriceMoves.decades(5, random);
        double depth = invariant.depth(x, y);
        double step = 1e-5 * x;
        double slope = (invariant.other(x - step, depth) - invariant.other(x + step, depth)) / (2 * step);

        assertThat(invariant.price(x, y)).isCloseTo(slope, withinPercentage(0.01));
        assertThat(invariant.price(x, y) * invariant.price(y, x)).isCloseTo(1, withinPercentage(1e-10));
    }

    /** Inputs are doubles: y can be no better than what rounding x and D does to it. */
    private static double conditioning(double k, double x, double y) {
        double r = 0.25 / x / y;
        return 2 + (k * (x + 1) + 3 * r) / (k * y + r);
    }

    private static BigDecimal residual(BigDecimal k, double depth, double x, double y) {
        return new ExactStable(k, Exact.of(depth)).residual(Exact.of(x), Exact.of(y));
    }
}
