/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import java.util.List;

/**
 * What one round brought.
 *
 * @param title  of what was measured
 * @param positions  in the book
 * @param number  of the round, from 1
 * @param ticks  measured, beside those of the warm-up
 * @param ticksPerSecond  in the steady part
 * @param publishedPerTick  position records for each tick
 * @param faults  what the oracle found wrong
 */
public record Round(
        String title,
        int positions,
        int number,
        int ticks,
        double ticksPerSecond,
        double publishedPerTick,
        List<String> faults) {

    Round(CaseTerms terms, int number, int ticks, double ticksPerSecond, double publishedPerTick, List<String> faults) {
        this(terms.title(), terms.plan().size(), number, ticks, ticksPerSecond, publishedPerTick, faults);
    }

    /** In one line. */
    String told() {
        return String.format(
                "%s: %.1f ticks/s over %d ticks, %.2f records/tick", title, ticksPerSecond, ticks, publishedPerTick);
    }

    /** Positions whose figures were brought up to date each second: worked out anew, or found to be within tolerance. */
    public double positionsPerSecond() {
        return ticksPerSecond * positions;
    }
}
