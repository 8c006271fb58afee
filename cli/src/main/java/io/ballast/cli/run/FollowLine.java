/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.producers.follow.FollowProgress;

/** How far a follower is, in a line. */
final class FollowLine {
    private FollowLine() {}

    static String of(FollowProgress progress) {
        return "block " + progress.block().map(Object::toString).orElse("-") + " of " + progress.head() + ", final "
                + progress.finalBlock().map(Object::toString).orElse("-") + ", lag " + progress.lag() + ": "
                + progress.counts().logs() + " logs, " + progress.counts().records() + " records written, "
                + progress.counts().reorgs() + " reorganisations (deepest "
                + progress.counts().deepestReorg() + ", " + progress.counts().retractedLogs() + " logs taken back), "
                + progress.rpc().calls() + " calls, failed: " + progress.rpc().failures() + ", fail-overs "
                + progress.rpc().failOvers();
    }
}
