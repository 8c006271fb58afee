/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

/** How many blocks to ask for at once: half as many when it was too much, a bit more after each success. Mutable. */
final class RangeSize {

    private static final long FIRST = 100;
    private static final long GROWTH_PARTS = 4;

    private final long max;
    private long blocks;

    /** @param max  1 or more */
    RangeSize(long max) {
        this.max = max;
        this.blocks = Math.min(FIRST, max);
    }

    long blocks() {
        return blocks;
    }

    boolean isLeast() {
        return blocks == 1;
    }

    void wasTooMuch() {
        blocks = Math.max(1, blocks / 2);
    }

    void went() {
        blocks = Math.min(max, blocks + Math.max(1, blocks / GROWTH_PARTS));
    }
}
