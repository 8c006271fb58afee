/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.util.OptionalLong;

/**
 * The part of a chain that is wanted, by block number.
 *
 * @param from  the first block; empty: from the beginning
 * @param to  the first block that is no longer wanted; empty: to the end
 */
public record BlockWindow(OptionalLong from, OptionalLong to) {

    public static final BlockWindow ALL = new BlockWindow(OptionalLong.empty(), OptionalLong.empty());

    public BlockWindow {
        if (from.isPresent() && to.isPresent() && to.getAsLong() <= from.getAsLong()) {
            throw new IllegalArgumentException("block " + to.getAsLong() + " is not after block " + from.getAsLong());
        }
    }

    boolean holds(long block) {
        return block >= from.orElse(Long.MIN_VALUE) && block < to.orElse(Long.MAX_VALUE);
    }

    /** For fingerprints: those of whole inputs are as they were before there were windows. */
    String suffix() {
        return equals(ALL) ? "" : "|" + this;
    }
}
