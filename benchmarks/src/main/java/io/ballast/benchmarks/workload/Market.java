/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import java.time.Duration;

/**
 * How the price moves and how the chain counts time.
 *
 * @param yearlyVolatility  of the logarithm of the price, 0.8 is 80 %
 * @param ticksPerSecond  swaps of the pool in a second of event time
 * @param blockMs  time of a block
 * @param seed  another seed, another path
 */
public record Market(double yearlyVolatility, int ticksPerSecond, int blockMs, long seed) {

    /** ETH's usual volatility, the busiest pool that we plan for, and the blocks of a fast chain. */
    public static final Market DEFAULT = new Market(0.8, 1000, 250, 20_261_127L);

    private static final double YEAR_SECONDS = Duration.ofDays(365).toSeconds();

    public Market {
        if (!(yearlyVolatility > 0) || ticksPerSecond < 1 || blockMs < 1) {
            throw new IllegalArgumentException("volatility " + yearlyVolatility + ", rate " + ticksPerSecond
                    + " and block time " + blockMs + " must be positive");
        }
    }

    /** Standard deviation of the logarithm of the price from one tick to the next. */
    public double volatilityPerTick() {
        return yearlyVolatility / Math.sqrt(YEAR_SECONDS * ticksPerSecond);
    }

    public int ticksPerBlock() {
        return Math.max(1, (int) ((long) ticksPerSecond * blockMs / 1000));
    }
}
