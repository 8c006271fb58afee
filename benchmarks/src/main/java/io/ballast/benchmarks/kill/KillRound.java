/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kill;

import java.util.List;

/**
 * What one kill cost.
 *
 * @param firstRiskSeconds  from the kill until a committed risk could be read that rests on a tick sent after it
 * @param caughtUpSeconds  from the kill until such a risk was less than a second old
 */
public record KillRound(
        int positions,
        int perSecond,
        int number,
        double firstRiskSeconds,
        double caughtUpSeconds,
        List<String> faults) {}
