/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.engine;

import io.ballast.benchmarks.topology.HeldPosition;
import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PoolFeed;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.risk.pool.TokenAmounts;
import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * What an engine without Kafka is fed with, by number: first each position once, then each tick.
 *
 * @param plan  the positions
 * @param sqrtPrices  the pool's sqrt price after each tick, of raw units
 */
public record FanOutInput(PositionPlan plan, double[] sqrtPrices) implements Serializable {

    /** The last ticks of a feed. */
    public static FanOutInput of(PoolFeed feed, int ticks) {
        int first = feed.tickCount() - ticks;
        return new FanOutInput(
                feed.plan(),
                IntStream.range(first, feed.tickCount())
                        .mapToDouble(tick -> feed.sqrtPriceX96After(tick).doubleValue() / 0x1p96)
                        .toArray());
    }

    /** How many inputs there are. */
    public int size() {
        return plan.size() + sqrtPrices.length;
    }

    public boolean isPosition(int number) {
        return number < plan.size();
    }

    public HeldPosition position(int number) {
        PlannedPosition position = plan.position(number);
        TokenAmounts paid = position.paid();
        return new HeldPosition(
                position.id(),
                position.liquidity().doubleValue(),
                Math.pow(1.0001, position.tickLower() / 2.0),
                Math.pow(1.0001, position.tickUpper() / 2.0),
                paid.amount0().doubleValue(),
                paid.amount1().doubleValue());
    }

    public double sqrtPrice(int number) {
        return sqrtPrices[number - plan.size()];
    }
}
