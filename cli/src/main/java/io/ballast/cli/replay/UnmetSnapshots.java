/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.producers.replay.ReplaySummary;
import java.io.PrintStream;

/** Says which snapshots could not be taken, and why. */
public final class UnmetSnapshots {
    private UnmetSnapshots() {}

    /** One line each; none where all were taken. */
    public static void tell(ReplaySummary sent, PrintStream out) {
        sent.unmetSnapshots()
                .forEach(
                        hash -> out.println(
                                "ballast: no snapshot of block " + hash
                                        + ": the input has no log and no block line of it; where blocks are without logs, ask by number"));
    }
}
