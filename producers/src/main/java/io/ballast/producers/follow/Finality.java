/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import java.util.OptionalInt;

/**
 * When a block counts as final.
 *
 * @param tag  {@code finalized} or {@code safe}: what the node says; empty with a depth
 * @param depth  so many blocks below the head; empty with a tag
 */
public record Finality(String tag, OptionalInt depth) {

    private static final int DEEPEST = 1000;

    public Finality {
        if (tag.isEmpty() == depth.isEmpty()) {
            throw new IllegalArgumentException("finality is by a tag or by depth");
        }
        if (depth.isPresent() && (depth.getAsInt() < 1 || depth.getAsInt() > DEEPEST)) {
            throw new IllegalArgumentException("depth " + depth.getAsInt() + " is outside 1 to " + DEEPEST);
        }
    }

    public static Finality ofDepth(int depth) {
        return new Finality("", OptionalInt.of(depth));
    }

    /**
     * Reads {@code finalized}, {@code safe} or a number of blocks.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static Finality parse(String text) {
        if (text.equals("finalized") || text.equals("safe")) {
            return new Finality(text, OptionalInt.empty());
        }
        if (text.matches("[0-9]{1,4}")) {
            return ofDepth(Integer.parseInt(text));
        }
        throw new IllegalArgumentException(
                "[" + text + "] is not finalized, safe or a number of blocks from 1 to " + DEEPEST);
    }
}
