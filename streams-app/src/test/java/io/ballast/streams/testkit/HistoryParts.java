/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import java.util.List;

/**
 * A history in the parts in which a disturbed application gets it.
 *
 * @param before  there when it starts
 * @param meanwhile  comes in while it is disturbed
 * @param afterwards  when that is over, so that whoever is left has something to do
 */
public record HistoryParts(List<TestRecord> before, List<TestRecord> meanwhile, List<TestRecord> afterwards) {

    /** The first so many records, the last so many, and those between. */
    public static HistoryParts of(List<TestRecord> history, int before, int afterwards) {
        int over = history.size() - afterwards;
        return new HistoryParts(
                history.subList(0, before), history.subList(before, over), history.subList(over, history.size()));
    }
}
