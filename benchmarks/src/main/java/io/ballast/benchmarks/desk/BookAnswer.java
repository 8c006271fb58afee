/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import java.util.List;

/**
 * How long a desk took to answer.
 *
 * @param perSecond  records that changed rows meanwhile
 * @param firstMs  the first time that it was asked
 * @param medianMs  of those after it
 * @param maxMs  of those after it
 */
public record BookAnswer(String what, int perSecond, double goalMs, double firstMs, double medianMs, double maxMs) {

    /** What is wrong with it. */
    public List<String> faults() {
        return medianMs <= goalMs ? List.of() : List.of(medianMs + " ms are more than the goal of " + goalMs + " ms");
    }
}
