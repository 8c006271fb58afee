/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

/**
 * @param level  such as 0.99
 * @param valueAtRisk  the loss that is not exceeded with this probability; negative: even then there is a gain
 * @param expectedShortfall  the mean loss in the worst (1 - level) of cases; at least valueAtRisk
 */
public record TailRisk(double level, double valueAtRisk, double expectedShortfall) {

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " must be between 0 and 1");
        }
    }
}
