/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.TickRange;
import io.ballast.risk.pool.concentrated.TickMath;
import java.util.random.RandomGenerator;

/**
 * Chooses ranges as people do: most around the price, some beside it like a limit order, and many on round ticks, where
 * several NFTs come to share one slot of the pool.
 */
final class RangeChooser {

    private static final double BESIDE_THE_PRICE = 0.08;
    private static final double ON_ROUND_TICKS = 0.35;
    private static final int ROUND_TICK_SPACINGS = 10;

    private final RandomGenerator random;

    RangeChooser(RandomGenerator random) {
        this.random = random;
    }

    TickRange choose(SimulatedConcentratedPool pool, RangeStyle style) {
        double halfWidth = style.halfWidthTicks();
        double centre = pool.state().tick() + offset(style, halfWidth);
        double lower = centre - halfWidth * uneven();
        double upper = centre + halfWidth * uneven();
        int spacing = pool.terms().tickSpacing();
        int grid = random.nextDouble() < ON_ROUND_TICKS ? spacing * ROUND_TICK_SPACINGS : spacing;
        return onGrid(lower, upper, grid);
    }

    private double offset(RangeStyle style, double halfWidth) {
        if (style == RangeStyle.FULL || random.nextDouble() >= BESIDE_THE_PRICE) {
            return 0;
        }
        return random.nextBoolean() ? 2 * halfWidth : -2 * halfWidth;
    }

    private double uneven() {
        return 0.7 + 0.6 * random.nextDouble();
    }

    private static TickRange onGrid(double lower, double upper, int grid) {
        int bound = TickMath.MAX_TICK / grid * grid;
        int low = clamp((int) StrictMath.floor(lower / grid) * grid, -bound, bound - grid);
        int high = clamp((int) StrictMath.ceil(upper / grid) * grid, low + grid, bound);
        return new TickRange(low, high);
    }

    private static int clamp(int tick, int least, int most) {
        return Math.max(least, Math.min(most, tick));
    }
}
