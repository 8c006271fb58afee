/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.Journal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps a book in the order of the chain although records may come late, twice, or be taken back.
 *
 * <p>The last blocks' entries are kept with what they changed. A record that belongs before some of them has them undone,
 * is applied, and they are applied again; so the book is always what it would be had everything come in order. A record
 * older than that window cannot be placed any more: see {@link Outcome}.
 *
 * <p>Mutable and single-threaded.
 */
public final class Timeline<S> {

    /** What became of a record. */
    public enum Outcome {
        /** Applied in its place. */
        APPLIED,
        /** In its place, but against a rule of the pool; the listener hears more. */
        REFUSED,
        /** Taken out again. */
        RETRACTED,
        /** Known already: nothing done. */
        REPEATED,
        /**
         * A price older than the window: nothing done, newer prices have replaced it. Or something of the pool as a whole, or
         * the retraction of what was applied: nothing done, and the book is not what it would be in order.
         */
        TOO_LATE,
        /** A change of positions older than the window: applied to today's state, and its position marked. */
        APPLIED_LATE,
        /** A retraction of something that is not in the window: nothing done. */
        NOTHING_TO_RETRACT,
        /** Another block with this number is part of the history: nothing done. */
        RIVAL_BLOCK
    }

    /** Tells whether a record older than the window was applied before. */
    public interface Past {
        boolean contains(LogPosition at);
    }

    private final PoolBook book;
    private final int windowBlocks;
    private final int windowEntries;
    private final Past past;
    private final TimelineListener<S> listener;
    private final List<Entry<S>> entries = new ArrayList<>();
    private final Map<Long, String> blockHashes = new HashMap<>();
    private LogPosition forgottenUpTo;
    private long newestBlock = -1;
    private int unsettled;

    /**
     * @param windowBlocks  how many blocks back the history can be changed; at least 1
     */
    public Timeline(PoolBook book, int windowBlocks, Past past, TimelineListener<S> listener) {
        this(book, windowBlocks, 0, past, listener);
    }

    /**
     * @param windowBlocks  how many blocks back the history can be changed; at least 1
     * @param windowEntries  so many entries are kept even if their blocks are older: of a quiet pool the last blocks hold
     *     nothing, and a reader of several topics may see them some records apart
     */
    public Timeline(PoolBook book, int windowBlocks, int windowEntries, Past past, TimelineListener<S> listener) {
        if (windowBlocks < 1) {
            throw new IllegalArgumentException("a window of " + windowBlocks + " blocks is not positive");
        }
        this.book = book;
        this.windowBlocks = windowBlocks;
        this.windowEntries = windowEntries;
        this.past = past;
        this.listener = listener;
    }

    /**
     * Puts back an entry that was stored, oldest first, over a book that is as it was before it: applies it again. Says nothing
     * to the listener.
     *
     * @param stored  whatever it changed or why it was refused, which both come out anew
     * @return what it came to
     */
    public Entry<S> restore(Entry<S> stored) {
        Entry<S> entry = reapplied(stored);
        add(entry);
        noteBlock(entry.at());
        return entry;
    }

    /** The same with one that was forgotten meanwhile: the book has it, the history has not. */
    public void bringForward(Entry<S> stored) {
        reapplied(stored);
    }

    /** Puts back how far the history is forgotten: nothing can be placed there any more. */
    public void restoreForgotten(LogPosition upTo) {
        forgottenUpTo = upTo;
        newestBlock = Math.max(newestBlock, upTo.blockNumber());
    }

    /** Place of the newest entry that is forgotten; null: none is. */
    public LogPosition forgottenUpTo() {
        return forgottenUpTo;
    }

    /** What can still be undone, oldest first; a live read-only view. */
    public List<Entry<S>> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Takes in one record. */
    public Outcome accept(Arrival<S> arrival) {
        if (arrival.removed()) {
            return retract(arrival);
        }
        if (find(arrival.at()) >= 0) {
            return Outcome.REPEATED;
        }
        if (isRival(arrival.at())) {
            return Outcome.RIVAL_BLOCK;
        }
        if (forgottenUpTo != null && arrival.at().compareTo(forgottenUpTo) <= 0) {
            return acceptTooOld(arrival);
        }
        Deque<Entry<S>> later = undoAfter(arrival.at());
        boolean accepted = apply(arrival, arrival.at());
        noteBlock(arrival.at());
        applyAgain(later);
        forgetOld();
        return accepted ? Outcome.APPLIED : Outcome.REFUSED;
    }

    /**
     * Gives up on refused entries whose missing predecessor may have been still to come. Also done by itself when they leave
     * the window; not at the end of their block, since a reader of several topics may be blocks ahead in one of them.
     */
    public void settleAll() {
        settle(entries.size());
    }

    /** True when some refused entry still waits for a record that belongs before it. */
    public boolean hasUnsettled() {
        return unsettled > 0;
    }

    /** The newest block that a record was seen of; -1 before the first. */
    public long newestBlock() {
        return newestBlock;
    }

    private Outcome retract(Arrival<S> arrival) {
        LogPosition at = arrival.at();
        int index = find(at);
        if (index < 0) {
            return isForGood(arrival) ? Outcome.TOO_LATE : Outcome.NOTHING_TO_RETRACT;
        }
        Deque<Entry<S>> later = undoFrom(index);
        Entry<S> gone = later.removeFirst();
        listener.dropped(gone);
        if (Stream.concat(entries.stream(), later.stream()).noneMatch(entry -> isOfSameBlock(entry.at(), at))) {
            blockHashes.remove(at.blockNumber());
        }
        applyAgain(later);
        return Outcome.RETRACTED;
    }

    /** Of what is older than the window prices are not remembered, so that each may be part of the book. */
    private boolean isForGood(Arrival<S> arrival) {
        boolean forgotten = forgottenUpTo != null && arrival.at().compareTo(forgottenUpTo) <= 0;
        return forgotten
                && !(arrival.event() instanceof BookEvent.Snapshot)
                && (arrival.event() instanceof BookEvent.Tick || past.contains(arrival.at()));
    }

    private Outcome acceptTooOld(Arrival<S> arrival) {
        if (past.contains(arrival.at())) {
            return Outcome.REPEATED;
        }
        if (!(arrival.event() instanceof BookEvent.PositionChange)) {
            return Outcome.TOO_LATE;
        }
        // Its changes lie on top of the newest entry's, so that is its place when something is undone.
        LogPosition place = newestPlace(forgottenUpTo);
        Touched touched;
        try {
            touched = applyToBook(arrival, place);
        } catch (IllegalArgumentException refusal) {
            book.journal().rollback();
            Entry<S> entry = new Entry<>(arrival, place, List.of(), refusal.getMessage(), true);
            listener.refused(entry);
            listener.settled(entry);
            return Outcome.REFUSED;
        }
        Entry<S> entry = new Entry<>(arrival, place, book.journal().cut(), null, false);
        add(entry);
        listener.applied(entry, touched);
        return Outcome.APPLIED_LATE;
    }

    /** Positions that a record came too late for say so. */
    private Touched applyToBook(Arrival<S> arrival, LogPosition place) {
        Touched touched = book.apply(arrival.event(), arrival.marks());
        if (!place.equals(arrival.at())) {
            touched.keys().forEach(book::markLate);
        }
        return touched;
    }

    private Entry<S> reapplied(Entry<S> stored) {
        try {
            applyToBook(stored.arrival(), stored.placedAt());
            return new Entry<>(
                    stored.arrival(), stored.placedAt(), book.journal().cut(), null, false);
        } catch (IllegalArgumentException refusal) {
            book.journal().rollback();
            return new Entry<>(stored.arrival(), stored.placedAt(), List.of(), refusal.getMessage(), stored.settled());
        }
    }

    private LogPosition newestPlace(LogPosition otherwise) {
        return entries.isEmpty() ? otherwise : entries.get(entries.size() - 1).placedAt();
    }

    private void add(Entry<S> entry) {
        entries.add(entry);
        if (entry.refused() && !entry.settled()) {
            unsettled++;
        }
    }

    private boolean apply(Arrival<S> arrival, LogPosition place) {
        try {
            Touched touched = applyToBook(arrival, place);
            Entry<S> entry = new Entry<>(arrival, place, book.journal().cut(), null, false);
            add(entry);
            listener.applied(entry, touched);
            return true;
        } catch (IllegalArgumentException refusal) {
            book.journal().rollback();
            Entry<S> entry = new Entry<>(arrival, place, List.of(), refusal.getMessage(), false);
            add(entry);
            listener.refused(entry);
            return false;
        }
    }

    private void applyAgain(Deque<Entry<S>> later) {
        for (Entry<S> entry : later) {
            boolean accepted = apply(entry.arrival(), entry.placedAt());
            if (!accepted && entry.settled()) {
                entries.set(entries.size() - 1, entries.get(entries.size() - 1).asSettled());
                unsettled--;
            }
        }
    }

    private Deque<Entry<S>> undoAfter(LogPosition at) {
        int index = entries.size();
        while (index > 0 && entries.get(index - 1).placedAt().compareTo(at) > 0) {
            index--;
        }
        return undoFrom(index);
    }

    private Deque<Entry<S>> undoFrom(int index) {
        Deque<Entry<S>> undone = new ArrayDeque<>();
        while (entries.size() > index) {
            Entry<S> newest = entries.remove(entries.size() - 1);
            if (newest.refused() && !newest.settled()) {
                unsettled--;
            }
            Journal.undo(newest.changes());
            listener.undone(newest);
            undone.addFirst(newest);
        }
        return undone;
    }

    private void settle(int end) {
        for (int i = 0; i < end; i++) {
            Entry<S> entry = entries.get(i);
            if (entry.refused() && !entry.settled()) {
                entries.set(i, entry.asSettled());
                unsettled--;
                listener.settled(entries.get(i));
            }
        }
    }

    private int find(LogPosition at) {
        if (entries.isEmpty() || newestPlace(at).compareTo(at) < 0) {
            return -1;
        }
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).at().equals(at)) {
                return i;
            }
        }
        return -1;
    }

    /** A request for the block's end has no hash and keeps no block. */
    private static boolean isOfSameBlock(LogPosition one, LogPosition other) {
        return one.blockHash() != null && one.blockNumber() == other.blockNumber();
    }

    private boolean isRival(LogPosition at) {
        String known = blockHashes.get(at.blockNumber());
        return known != null && at.blockHash() != null && !known.equals(at.blockHash());
    }

    private void noteBlock(LogPosition at) {
        newestBlock = Math.max(newestBlock, at.blockNumber());
        if (at.blockHash() != null) {
            blockHashes.put(at.blockNumber(), at.blockHash());
        }
    }

    private void forgetOld() {
        long oldest = newestBlock - windowBlocks + 1;
        int kept = 0;
        while (kept < entries.size() - windowEntries
                && entries.get(kept).placedAt().blockNumber() < oldest) {
            kept++;
        }
        if (kept == 0) {
            return;
        }
        settle(kept);
        List<Entry<S>> old = entries.subList(0, kept);
        old.forEach(listener::forgotten);
        forgottenUpTo = old.get(kept - 1).placedAt();
        old.clear();
        blockHashes.keySet().removeIf(block -> block < oldestKept());
    }

    private long oldestKept() {
        return entries.isEmpty() ? newestBlock : entries.get(0).placedAt().blockNumber();
    }
}
