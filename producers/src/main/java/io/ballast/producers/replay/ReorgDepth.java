/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.util.List;

/** How many blocks reorganisations took back. Mutable, single-threaded. */
final class ReorgDepth {

    /** Every book can go back so far, whatever its settings are. */
    static final int UNDONE_FOR_SURE = 64;

    private long head = -1;
    private boolean takingBack;
    private long deepest;

    /** A block that stands. */
    void reached(long number) {
        head = takingBack ? number : Math.max(head, number);
        takingBack = false;
    }

    /** That block is taken back, and all after it. */
    void takenBack(long number) {
        takingBack = true;
        deepest = Math.max(deepest, head - number + 1);
    }

    /** What people should know of it. */
    List<String> notes() {
        return deepest <= UNDONE_FOR_SURE
                ? List.of()
                : List.of("a reorganisation took back " + deepest + " blocks, a book goes back " + UNDONE_FOR_SURE
                        + ": where dead letters say so, figures after it still hold what was taken back");
    }
}
