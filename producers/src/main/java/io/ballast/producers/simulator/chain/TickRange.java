/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

/**
 * A range of ticks.
 *
 * @param lower  below {@code upper}
 * @param upper  in range is {@code lower <= tick < upper}
 * @throws IllegalArgumentException if it is empty
 */
public record TickRange(int lower, int upper) {

    public TickRange {
        if (lower >= upper) {
            throw new IllegalArgumentException("the range " + lower + " to " + upper + " is empty");
        }
    }

    public boolean contains(int tick) {
        return lower <= tick && tick < upper;
    }
}
