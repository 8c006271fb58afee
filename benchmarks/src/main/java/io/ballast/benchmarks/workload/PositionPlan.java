/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import io.ballast.risk.loss.ConcentratedRange;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who holds what in the measured pool, worked out anew from the number of the position whenever it is asked for: half-widths
 * of 0.3 % to 60 %, most of them around the first price, worth 100 to 100000 USDC, both spread evenly by magnitude.
 *
 * @param size  number of positions
 * @param seed  another seed, another plan
 */
public record PositionPlan(int size, long seed) implements Serializable {

    private static final double NARROWEST_TICKS = 30;
    private static final double WIDEST_TICKS = 4700;
    private static final int WIDTHS = 64;
    private static final double LEAST_USDC = 1e2;
    private static final double MOST_USDC = 1e5;
    private static final long FIRST_OWNER = 0xb0000000L;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public PositionPlan {
        if (size < 1) {
            throw new IllegalArgumentException("size " + size + " of a plan must be positive");
        }
    }

    /** @param index  0 to size - 1 */
    public PlannedPosition position(int index) {
        SplittableRandom random = new SplittableRandom(seed + GOLDEN * (index + 1));
        double halfWidth =
                NARROWEST_TICKS * Math.pow(WIDEST_TICKS / NARROWEST_TICKS, random.nextInt(WIDTHS) / (WIDTHS - 1.0));
        double centre = MeasuredPool.FIRST_TICK + halfWidth * 1.5 * (random.nextDouble() - random.nextDouble());
        int lower = spaced(centre - halfWidth);
        int upper = Math.max(spaced(centre + halfWidth), lower + MeasuredPool.TICK_SPACING);
        double usdc = LEAST_USDC * Math.pow(MOST_USDC / LEAST_USDC, random.nextDouble());
        double liquidity = usdc * Math.pow(10, MeasuredPool.DECIMALS_1) / worthOfOne(lower, upper);
        return new PlannedPosition(owner(index), lower, upper, new BigDecimal(liquidity).toBigInteger());
    }

    /** All of them, in the order of their numbers. */
    public Stream<PlannedPosition> positions() {
        return IntStream.range(0, size).mapToObj(this::position);
    }

    /** The owners of so many positions, spread over the plan. */
    public List<String> owners(int count) {
        return sample(count).mapToObj(PositionPlan::owner).toList();
    }

    /** Numbers of so many positions, or of all if there are fewer, spread evenly over the plan. */
    public IntStream sample(int count) {
        int taken = Math.min(count, size);
        return IntStream.range(0, taken).map(i -> (int) ((long) i * size / taken));
    }

    private static String owner(int index) {
        return String.format("0x%040x", FIRST_OWNER + index);
    }

    private static int spaced(double tick) {
        return (int) Math.floor(tick / MeasuredPool.TICK_SPACING) * MeasuredPool.TICK_SPACING;
    }

    private static double worthOfOne(int lower, int upper) {
        return new ConcentratedRange(1, sqrtPrice(lower), sqrtPrice(upper)).value(sqrtPrice(MeasuredPool.FIRST_TICK));
    }

    private static double sqrtPrice(int tick) {
        return Math.pow(1.0001, tick / 2.0);
    }
}
