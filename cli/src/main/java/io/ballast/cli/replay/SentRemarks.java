/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.producers.replay.ReplaySummary;
import java.util.ArrayList;
import java.util.List;

/** What people should know of what was sent, besides how much it was. */
public final class SentRemarks {
    private SentRemarks() {}

    /** One sentence each; none if there is nothing to say. */
    public static List<String> of(ReplaySummary sent) {
        List<String> remarks = new ArrayList<>(sent.notes());
        if (sent.repeats() > 0) {
            remarks.add(sent.repeats() + " exact repeats dropped");
        }
        sent.ignored().forEach((reason, count) -> remarks.add(count + " logs or lines give no record: " + reason));
        sent.unattributed()
                .forEach((reason, count) -> remarks.add(count + " NFT logs belong to no pool here: " + reason));
        return remarks;
    }
}
