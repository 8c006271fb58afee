/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.Entry;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PositionState;
import io.ballast.risk.book.Touched;
import io.ballast.risk.journal.Change;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.RiskReason;
import io.ballast.streams.record.Moment;
import io.ballast.streams.record.Origin;
import io.ballast.streams.state.BookTables;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be published of one pool when a record is taken in: of each position the last figures alone, which are those it
 * would have had if everything had come in order. Mutable and single-threaded.
 */
final class Publications {

    private final PoolBook book;
    private final OpenPositions open;
    private final Selection selection;
    private final RiskRecords records;
    private final Map<String, PositionRisk> byKey = new LinkedHashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> asOfNewest = new TreeSet<>();
    private boolean allDoubtful;
    private boolean undone;

    Publications(PoolBook book, OpenPositions open, Selection selection, RiskRecords records) {
        this.book = book;
        this.open = open;
        this.selection = selection;
        this.records = records;
    }

    /** The book is in the state just after this entry. */
    void applied(Entry<Origin> entry, Touched touched, Moment moment) {
        BookEvent event = entry.arrival().event();
        if (event instanceof BookEvent.Snapshot snapshot) {
            book.positions().keySet().forEach(key -> publish(key, moment, RiskReason.SNAPSHOT, snapshot.label()));
            return;
        }
        RiskReason reason = event instanceof BookEvent.Tick ? RiskReason.TICK : RiskReason.EVENT;
        if (touched.all()) {
            open.keys().forEach(key -> publish(key, moment, reason, null));
        }
        touched.keys().forEach(key -> publish(key, moment, reason, null));
        entry.changes().forEach(change -> publishLast(change, moment));
        withdrawDeselected(entry);
    }

    /** What was published of this entry is in doubt, until an entry is applied again that publishes it anew. */
    void undone(Entry<Origin> entry) {
        undone = true;
        if (entry.refused()) {
            return;
        }
        allDoubtful |= concernsAll(entry.arrival().event());
        for (Change<?, ?> change : entry.changes()) {
            if (change.table().name().equals(BookTables.POSITIONS)) {
                doubtful.add((String) change.key());
            }
        }
    }

    /** Publishes every position of the pool as of a moment. */
    void all(Moment moment, RiskReason reason) {
        book.positions().keySet().forEach(key -> publish(key, moment, reason, null));
    }

    /**
     * Positions whose last figures are as of a moment that no entry of theirs stands for, since a retraction left nothing
     * newer: they are published again whenever the history changes, until {@link #forgetRetractions}.
     */
    Set<String> retracted() {
        return Collections.unmodifiableSet(asOfNewest);
    }

    void restoreRetracted(Collection<String> keys) {
        asOfNewest.addAll(keys);
    }

    /** The moment that they were published as of cannot be undone any more. */
    void forgetRetractions() {
        asOfNewest.clear();
    }

    /**
     * What is to be published, by position id, null where a position is to be taken back; and forgets it here.
     *
     * @param newest  the newest moment of the history as it is now: what is left in doubt is as of then
     */
    Map<String, PositionRisk> drain(Moment newest) {
        asOfNewest.removeAll(byKey.keySet());
        settleDoubts(newest);
        Map<String, PositionRisk> drained = new LinkedHashMap<>();
        byKey.forEach((key, risk) -> drained.put(records.positionId(key), risk));
        byKey.clear();
        doubtful.clear();
        gone.clear();
        allDoubtful = false;
        undone = false;
        return drained;
    }

    private void settleDoubts(Moment newest) {
        if (allDoubtful) {
            doubtful.addAll(open.keys());
        }
        if (undone) {
            doubtful.addAll(asOfNewest);
        }
        doubtful.removeAll(byKey.keySet());
        doubtful.removeAll(gone);
        doubtful.stream().sorted().forEach(key -> retract(key, newest));
    }

    private void publish(String key, Moment moment, RiskReason reason, String snapshotLabel) {
        PositionState position = book.positions().get(key);
        if (position == null) {
            gone.add(key);
            return;
        }
        gone.remove(key);
        if (isSelected(key, position)) {
            byKey.put(
                    key,
                    records.of(book.figures(key, moment.eventTime().toEpochMilli()), moment, reason, snapshotLabel));
        }
    }

    /**
     * A position that the entry removed, a burnt NFT, leaves its last figures behind: those with its row put back for a
     * moment.
     */
    private <K extends Comparable<? super K>, V> void publishLast(Change<K, V> change, Moment moment) {
        if (change.oldValue() instanceof PositionState last
                && !book.positions().containsKey(last.identity().key())) {
            change.table().restore(change.key(), change.oldValue());
            publish(last.identity().key(), moment, RiskReason.EVENT, null);
            change.table().restore(change.key(), null);
            gone.add(last.identity().key());
        }
    }

    private void retract(String key, Moment newest) {
        PositionState position = book.positions().get(key);
        if (position == null || !isSelected(key, position)) {
            byKey.put(key, null);
            asOfNewest.remove(key);
        } else {
            publish(key, newest, RiskReason.RETRACTION, null);
            asOfNewest.add(key);
        }
    }

    /** A position that went to an owner who is not selected is not followed any more. */
    private void withdrawDeselected(Entry<Origin> entry) {
        for (Change<?, ?> change : entry.changes()) {
            if (change.oldValue() instanceof PositionState before) {
                String key = before.identity().key();
                PositionState now = book.positions().get(key);
                if (now != null && isSelected(key, before) && !isSelected(key, now)) {
                    byKey.put(key, null);
                }
            }
        }
    }

    private boolean isSelected(String key, PositionState position) {
        return selection.includes(records.positionId(key), position.identity().owner());
    }

    private static boolean concernsAll(BookEvent event) {
        return event instanceof BookEvent.Tick
                || event instanceof BookEvent.PoolChange
                || event instanceof BookEvent.LpMint
                || event instanceof BookEvent.LpBurn;
    }
}
