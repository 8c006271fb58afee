/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says when a requested block is over. After a reorganisation the blocks of the new branch are new ones: what was requested
 * for them is due again. Mutable, single-threaded.
 */
final class SnapshotSchedule {

    /** Deeper reorganisations are not undone by anybody. */
    private static final int MARKS_KEPT = 1024;

    private final SnapshotRequest request;
    private final SortedSet<Long> pending;
    private final Deque<BlockMark> marks = new ArrayDeque<>();

    SnapshotSchedule(SnapshotRequest request) {
        this.request = request;
        this.pending = new TreeSet<>(request.blocks());
    }

    /** Something was met of this block, which is now the chain's head unless it came late. */
    void reached(BlockMark block) {
        if (marks.isEmpty() || block.number() > marks.getLast().number()) {
            marks.addLast(block);
            if (marks.size() > MARKS_KEPT) {
                marks.removeFirst();
            }
        }
    }

    /** What is due before a block of that number begins. */
    List<BlockMark> dueBefore(long number) {
        return take(pending.headSet(number));
    }

    /** What is due before a block is taken back: the head is over as it stands. */
    List<BlockMark> dueBeforeRetraction() {
        return marks.isEmpty()
                ? List.of()
                : take(pending.headSet(marks.getLast().number() + 1));
    }

    /** What is due when the input is over; requests for blocks beyond it are for the state that it leaves. */
    List<BlockMark> dueAtEnd() {
        if (request.last() && !marks.isEmpty()) {
            pending.add(marks.getLast().number());
        }
        return take(pending);
    }

    /** Takes back the block of that number and all after it. */
    void retract(long number) {
        while (!marks.isEmpty() && marks.getLast().number() >= number) {
            marks.removeLast();
        }
        pending.addAll(request.blocks().tailSet(number));
    }

    /** Number of the newest block; 0 before the first. */
    long head() {
        return marks.isEmpty() ? 0 : marks.getLast().number();
    }

    private List<BlockMark> take(SortedSet<Long> due) {
        List<BlockMark> taken = new ArrayList<>();
        if (!marks.isEmpty()) {
            BlockMark head = marks.getLast();
            due.forEach(number ->
                    taken.add(number == head.number() ? head : new BlockMark(number, Optional.empty(), head.time())));
        }
        due.clear();
        return taken;
    }
}
