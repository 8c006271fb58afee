/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * What each block taught the decoder, so that it is forgotten when the block is taken back: a pool, a manager, an NFT of a
 * branch that is no more must not shape what is read on the next one.
 *
 * <p>It is forgotten when the next branch begins, not at once: while blocks are being taken back, in whichever order, each
 * has to be read as it was. Mutable, single-threaded.
 */
final class Lessons {

    /** Deeper reorganisations are not undone by anybody. */
    private static final int BLOCKS_KEPT = 1024;

    private record Lesson(long blockNumber, String blockHash, Runnable unlearn) {}

    private final Deque<Lesson> lessons = new ArrayDeque<>();
    private final Set<String> takenBack = new HashSet<>();
    private LogBlock current;

    /** To be called before any of the block is read. */
    void begin(LogBlock block) {
        current = block;
        if (block.removed()) {
            takenBack.add(block.hash());
        } else {
            unlearn();
            forgetOld(block.number());
        }
    }

    /**
     * The block that has begun taught something.
     *
     * @param unlearn  puts back what was before
     */
    void learned(Runnable unlearn) {
        lessons.addLast(new Lesson(current.number(), current.hash(), unlearn));
    }

    /** The newest first, so that what comes back is what was there before the oldest. */
    private void unlearn() {
        if (takenBack.isEmpty()) {
            return;
        }
        Iterator<Lesson> newestFirst = lessons.descendingIterator();
        while (newestFirst.hasNext()) {
            Lesson lesson = newestFirst.next();
            if (takenBack.contains(lesson.blockHash())) {
                lesson.unlearn().run();
                newestFirst.remove();
            }
        }
        takenBack.clear();
    }

    private void forgetOld(long head) {
        while (!lessons.isEmpty() && lessons.getFirst().blockNumber() < head - BLOCKS_KEPT) {
            lessons.removeFirst();
        }
    }
}
