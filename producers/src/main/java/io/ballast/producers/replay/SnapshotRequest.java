/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * At the end of which blocks all positions are to be published.
 *
 * @param blocks  block numbers; after a reorganisation they are meant again, on the new branch
 * @param hashes  block hashes, 0x and 64 lower-case hex digits: that block of that branch and no other
 * @param last  also at the end of the input
 */
public record SnapshotRequest(SortedSet<Long> blocks, SortedSet<String> hashes, boolean last) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");

    public SnapshotRequest {
        blocks = Collections.unmodifiableSortedSet(new TreeSet<>(blocks));
        hashes = Collections.unmodifiableSortedSet(new TreeSet<>(hashes));
        if (!blocks.isEmpty() && blocks.first() < 0) {
            throw new IllegalArgumentException("snapshot block " + blocks.first() + " is negative");
        }
        for (String hash : hashes) {
            if (!HASH.matcher(hash).matches()) {
                throw new IllegalArgumentException(
                        "snapshot block [" + hash + "] is not 0x and 64 lower-case hex digits");
            }
        }
    }

    /** Blocks by their numbers alone. */
    public SnapshotRequest(SortedSet<Long> blocks, boolean last) {
        this(blocks, Collections.emptySortedSet(), last);
    }

    public static SnapshotRequest none() {
        return new SnapshotRequest(Collections.emptySortedSet(), false);
    }

    /**
     * Reads a list such as {@code 40,0x1d3d…c2cd,last}.
     *
     * @throws IllegalArgumentException if an item is neither a block's number, nor its hash, nor {@code last}
     */
    public static SnapshotRequest parse(String list) {
        SortedSet<Long> blocks = new TreeSet<>();
        SortedSet<String> hashes = new TreeSet<>();
        boolean last = false;
        for (String item : list.split(",")) {
            String word = item.strip().toLowerCase(Locale.ROOT);
            if (word.equals("last")) {
                last = true;
            } else if (NUMBER.matcher(word).matches()) {
                blocks.add(Long.parseLong(word));
            } else if (HASH.matcher(word).matches()) {
                hashes.add(word);
            } else {
                throw new IllegalArgumentException(
                        "[" + item + "] is neither a block number, nor a block hash (0x and 64 hex digits), nor last");
            }
        }
        return new SnapshotRequest(blocks, hashes, last);
    }
}
