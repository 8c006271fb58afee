/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * Which of a pair's fresh sources are believed.
 *
 * @param used  none: the last good price is held
 * @param disputed  they differ by more than they ever should
 * @param disputeSinceMs  since when that is so and no majority can settle it; null: it is not so
 */
record Believed(Candidates used, boolean disputed, Long disputeSinceMs) {

    static Believed agreed(Candidates used) {
        return new Believed(used, false, null);
    }
}
