/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * At the end of which blocks all positions are to be published.
 *
 * @param blocks  block numbers
 * @param last  also at the end of the input
 */
public record SnapshotRequest(SortedSet<Long> blocks, boolean last) {

    public SnapshotRequest {
        blocks = Collections.unmodifiableSortedSet(new TreeSet<>(blocks));
        if (!blocks.isEmpty() && blocks.first() < 0) {
            throw new IllegalArgumentException("snapshot block " + blocks.first() + " is negative");
        }
    }

    public static SnapshotRequest none() {
        return new SnapshotRequest(Collections.emptySortedSet(), false);
    }

    /**
     * Reads a list such as {@code 40,110,last}.
     *
     * @throws IllegalArgumentException if an item is neither a block number nor {@code last}
     */
    public static SnapshotRequest parse(String list) {
        SortedSet<Long> blocks = new TreeSet<>();
        boolean last = false;
        for (String item : list.split(",")) {
            String word = item.strip();
            if (word.equalsIgnoreCase("last")) {
                last = true;
            } else if (word.matches("[0-9]{1,18}")) {
                blocks.add(Long.parseLong(word));
            } else {
                throw new IllegalArgumentException("[" + item + "] is neither a block number nor last");
            }
        }
        return new SnapshotRequest(blocks, last);
    }
}
