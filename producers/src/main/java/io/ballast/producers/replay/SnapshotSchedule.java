/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says when a requested block is over. After a reorganisation the blocks of the new branch are new ones: what was requested
 * for their numbers is due again, and what was requested for a hash is if the chain returns to it. Mutable, single-threaded.
 */
final class SnapshotSchedule {

    /** Deeper reorganisations are not undone by anybody. */
    private static final int MARKS_KEPT = 1024;

    private final SnapshotRequest request;
    private final SortedSet<Long> pending;
    private final SortedSet<String> unmet;
    private final Map<String, BlockMark> met = new LinkedHashMap<>();
    private final Map<String, Long> taken = new HashMap<>();
    private final Deque<BlockMark> marks = new ArrayDeque<>();

    SnapshotSchedule(SnapshotRequest request) {
        this.request = request;
        this.pending = new TreeSet<>(request.blocks());
        this.unmet = new TreeSet<>(request.hashes());
    }

    /** Something was met of this block, which is now the chain's head unless it came late. */
    void reached(BlockMark block) {
        block.hash()
                .filter(request.hashes()::contains)
                .filter(hash -> !taken.containsKey(hash))
                .ifPresent(hash -> {
                    unmet.remove(hash);
                    met.putIfAbsent(hash, block);
                });
        if (marks.isEmpty() || block.number() > marks.getLast().number()) {
            marks.addLast(block);
            if (marks.size() > MARKS_KEPT) {
                marks.removeFirst();
            }
        }
    }

    /** What is due before that block begins, or goes on. */
    List<BlockMark> dueBefore(long number, Optional<String> hash) {
        List<BlockMark> due = take(pending.headSet(number));
        takeMet(hash, due);
        return due;
    }

    /** What is due before a block is taken back: the head is over as it stands. */
    List<BlockMark> dueBeforeRetraction() {
        List<BlockMark> due = marks.isEmpty()
                ? new ArrayList<>()
                : take(pending.headSet(marks.getLast().number() + 1));
        takeMet(Optional.empty(), due);
        return due;
    }

    /** What is due when the input is over; requests for numbers beyond it are for the state that it leaves. */
    List<BlockMark> dueAtEnd() {
        if (request.last() && !marks.isEmpty()) {
            pending.add(marks.getLast().number());
        }
        List<BlockMark> due = take(pending);
        takeMet(Optional.empty(), due);
        return due;
    }

    /** Takes back the block of that number and all after it. */
    void retract(long number) {
        while (!marks.isEmpty() && marks.getLast().number() >= number) {
            marks.removeLast();
        }
        pending.addAll(request.blocks().tailSet(number));
        taken.values().removeIf(block -> block >= number);
    }

    /** Number of the newest block; 0 before the first. */
    long head() {
        return marks.isEmpty() ? 0 : marks.getLast().number();
    }

    /** Hashes of which nothing was met so far. */
    SortedSet<String> unmet() {
        return unmet;
    }

    private List<BlockMark> take(SortedSet<Long> due) {
        List<BlockMark> dueMarks = new ArrayList<>();
        if (!marks.isEmpty()) {
            BlockMark head = marks.getLast();
            due.forEach(number -> dueMarks.add(
                    number == head.number() ? head : new BlockMark(number, Optional.empty(), head.time())));
        }
        due.clear();
        return dueMarks;
    }

    /** Adds those requested by hash, but for one that goes on; a block may be requested by its number as well. */
    private void takeMet(Optional<String> goesOn, List<BlockMark> due) {
        List<String> over = met.keySet().stream()
                .filter(hash -> !goesOn.equals(Optional.of(hash)))
                .toList();
        for (String hash : over) {
            BlockMark mark = met.remove(hash);
            taken.put(hash, mark.number());
            if (due.stream().noneMatch(other -> other.hash().equals(mark.hash()))) {
                due.add(mark);
            }
        }
        due.sort(Comparator.comparingLong(BlockMark::number));
    }
}
