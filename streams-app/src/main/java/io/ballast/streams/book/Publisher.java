/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.band.BandIndex;
import io.ballast.risk.band.SubjectTable;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.Entry;
import io.ballast.risk.book.FeeClock;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PositionAccount;
import io.ballast.risk.book.PositionState;
import io.ballast.risk.book.Quality;
import io.ballast.risk.book.Touched;
import io.ballast.risk.journal.Change;
import io.ballast.schema.RiskReason;
import io.ballast.streams.record.Moment;
import io.ballast.streams.record.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Publishes what is due of one pool: positions whose figures have left their tolerance, those that an event concerns, those that
 * a reorganisation took something back of, and the sums over them. A tick inside every band costs one look at the index.
 *
 * <p>Figures are always those of the newest moment. Nothing in it is stored: after a restart every open position is published
 * anew, in chunks. Mutable and single-threaded.
 */
final class Publisher {

    private final PoolBook book;
    private final PositionOutlet positions;
    private final GroupOutlet groupOutlet;
    private final MarketGap gap;
    private final Supplier<List<Entry<Origin>>> history;
    private final BandIndex index;
    private final FeeClock feeClock;
    private final SubjectTable names = new SubjectTable();
    private final Map<Integer, Group> groupsById = new HashMap<>();
    private final Map<Group, Integer> idsByGroup = new HashMap<>();
    private final Groups groups;
    /** Positions whose account has changed, and whether they were followed before. */
    private final Map<String, Boolean> changed = new LinkedHashMap<>();
    /** Positions to be published whatever their band, with the reason. */
    private final Map<String, RiskReason> forced = new LinkedHashMap<>();
    /** Those that were published for the last time when their row was removed. */
    private final Set<String> ended = new HashSet<>();

    private Group all;
    private long takenBackSinceMs = Long.MAX_VALUE;
    /** What was published since is taken back by the last rewinding; what was before is only said anew. */
    private long rewoundSinceMs = Long.MAX_VALUE;

    private Set<Quality> poolFlags;
    private Object curve;
    private boolean othersTakenBack;
    private boolean rulesChanged;

    /**
     * @param told  parts that were published before
     * @param gap  how far the pool is from the market
     * @param history  what can be undone
     * @param oldestMs  event time of the oldest state that an undo can bring back
     * @param finality  event time after which a block counts as final
     */
    Publisher(
            PoolBook book,
            PublicationSettings settings,
            Selection selection,
            Portfolios portfolios,
            RiskRecords records,
            GroupRecords groupRecords,
            CurveRecords curveRecords,
            Outbox outbox,
            ToldParts told,
            MarketGap gap,
            Supplier<List<Entry<Origin>>> history,
            LongSupplier oldestMs,
            Duration finality) {
        this.book = book;
        this.history = history;
        this.gap = gap;
        CurveOutlet curves = new CurveOutlet(book, curveRecords, settings, outbox);
        groupOutlet = new GroupOutlet(book, groupRecords, curves, outbox, told, oldestMs);
        index = new BandIndex(settings.tolerances(), settings.heartbeatMs());
        KnownLevels levels = new KnownLevels(position -> settings.levels()
                .of(
                        records.poolId(),
                        records.positionId(position.key()),
                        position.owner(),
                        portfolios.of(position.owner())));
        positions = new PositionOutlet(book, selection, records, outbox, index, names, levels);
        feeClock = book.feeClock();
        groups = new Groups(book, portfolios, this::enter, oldestMs, finality);
        book.forEachAccount(account -> {
            groups.replace(null, account);
            enterOrLeave(account.key(), account);
        });
        history.get().forEach(groups.unfinalised()::applied);
        book.observe(this::changed);
        poolFlags = book.flags();
        curve = book.curveNow();
    }

    /** Open positions, followed or not. */
    int openPositions() {
        return groups.openPositions();
    }

    /** The book is in the state just after this entry. */
    void applied(Entry<Origin> entry, Touched touched, Moment moment) {
        if (entry.arrival().event() instanceof BookEvent.Snapshot snapshot) {
            snapshot(snapshot, moment);
            return;
        }
        rulesChanged |= changesRules(entry);
        touched.keys().forEach(key -> forced.put(key, RiskReason.EVENT));
        groups.unfinalised().applied(entry);
        entry.changes().forEach(change -> publishLast(change, moment));
    }

    /** What was published of this entry, or later, is in doubt. */
    void undone(Entry<Origin> entry) {
        if (entry.refused()) {
            return;
        }
        groups.unfinalised().undone(entry);
        rulesChanged |= changesRules(entry);
        takenBackSinceMs =
                Math.min(takenBackSinceMs, entry.arrival().source().eventTime().toEpochMilli());
        ChangedPositions.of(entry).forEach(key -> {
            forced.putIfAbsent(key, RiskReason.RETRACTION);
            ended.remove(key);
            if (positions.isFollowed(key)) {
                changed.put(key, true);
            }
        });
    }

    private static boolean changesRules(Entry<Origin> entry) {
        return entry.arrival().event() instanceof BookEvent.PoolChange change && change.changesRules();
    }

    /**
     * A record was taken in, or nothing was published yet. Publishes what must be, and of what is due as many as are allowed.
     *
     * @param newest  the newest moment of the history as it is now
     * @return true: nothing more is due
     */
    boolean publish(Moment newest, int most) {
        if (book.isMidway()) {
            takeBackGone(newest);
            return true;
        }
        takeBackOthers(newest);
        rewind();
        takeInChanges(newest);
        finalise(newest);
        groups.drainChanged(this::changed);
        move(newest);
        forced.forEach((key, reason) -> positions.publish(key, newest, reason));
        forced.clear();
        ended.clear();
        boolean nothingMore = publishDue(newest, most);
        if (rulesChanged) {
            groupOutlet.publishPool(all, newest, newest.eventTime(), RiskReason.EVENT);
            rulesChanged = false;
        }
        publishGap(newest, newest.eventTime());
        return nothingMore;
    }

    /** Publishes the pool if it has become worth while to trade against it, or is so no more. */
    void publishGap(Moment newest, Instant at) {
        if (!book.isMidway() && gap.isUnsaid(() -> book.pool().price(), at)) {
            groupOutlet.publishPool(all, newest, at, RiskReason.TICK);
        }
    }

    private void finalise(Moment newest) {
        List<Entry<Origin>> entries = history.get();
        groups.unfinalised().finalise(newest.eventTime(), entries.isEmpty() ? null : entries.get(0));
    }

    /** Once: who is assigned where does not change while this runs. */
    private void takeBackOthers(Moment newest) {
        if (!othersTakenBack) {
            groupOutlet.takeBackOthers(groups.portfolios(), newest);
            othersTakenBack = true;
        }
    }

    /** Publishes more of what is due since. What is never at rest is not due again before the next record. */
    boolean publishRest(Moment newest, int most) {
        return book.isMidway() || publishDue(newest, most);
    }

    private boolean publishDue(Moment newest, int most) {
        for (int served = 0; served < most; served++) {
            int id = index.pollDue();
            if (id == BandIndex.NONE) {
                return true;
            }
            Group group = groupsById.get(id);
            if (group == null) {
                positions.serve(id, newest, reason(id));
            } else {
                groupOutlet.serve(index, id, group, newest, reason(id));
            }
        }
        return false;
    }

    /** What was said since something that was taken back, or of a pool that was worse or better known, is said anew. */
    private void rewind() {
        Set<Quality> flags = book.flags();
        boolean isOther = !flags.equals(poolFlags);
        if (isOther || takenBackSinceMs < Long.MAX_VALUE) {
            index.rewind(isOther ? Long.MIN_VALUE : takenBackSinceMs);
            rewoundSinceMs = takenBackSinceMs;
            takenBackSinceMs = Long.MAX_VALUE;
        }
        if (isOther) {
            // Closed ones, which the index does not know, may have been published under flags that a late record takes
            // back.
            history.get().forEach(entry -> ChangedPositions.of(entry).forEach(this::forceIfNoSubject));
            poolFlags = flags;
        }
    }

    private void forceIfNoSubject(String key) {
        if (names.id(key) == SubjectTable.ABSENT) {
            forced.putIfAbsent(key, RiskReason.EVENT);
        }
    }

    private void move(Moment newest) {
        Object curveNow = book.curveNow();
        if (!curveNow.equals(curve)) {
            curve = curveNow;
            index.dueAll();
        }
        double sqrtPrice = book.sqrtPrice();
        if (sqrtPrice > 0) {
            index.move(sqrtPrice, feeClock.read(), newest.eventTime().toEpochMilli());
        }
    }

    private void changed(Group group) {
        groupOutlet.changed(group);
        index.due(idsByGroup.get(group));
    }

    private void changed(PositionAccount before, PositionAccount now) {
        groups.replace(before, now);
        changed.putIfAbsent((now == null ? before : now).key(), before != null && positions.isFollowed(before.state()));
    }

    private void takeInChanges(Moment newest) {
        changed.forEach((key, wasFollowed) -> {
            enterOrLeave(key, book.account(key));
            if (wasFollowed && !positions.isFollowed(key) && !ended.contains(key)) {
                positions.gone(key, newest);
            }
        });
        changed.clear();
    }

    /**
     * All that is done midway through a transaction: a task that is revived before its end finds neither the row nor the entry that it
     * came with, and what was published would stand for good.
     */
    private void takeBackGone(Moment newest) {
        changed.replaceAll((key, wasFollowed) -> {
            boolean gone = wasFollowed && book.position(key) == null && !ended.contains(key);
            if (gone) {
                positions.gone(key, newest);
            }
            return wasFollowed && !gone;
        });
    }

    private void enter(Group group) {
        all = all == null ? group : all;
        int id = index.add();
        groupsById.put(id, group);
        idsByGroup.put(group, id);
    }

    /** Closed positions are no subjects, for no tick concerns them, nor are those that nobody asked for. */
    private void enterOrLeave(String key, PositionAccount account) {
        boolean isSubject = account != null && account.isOpen() && positions.isFollowed(account.state());
        int id = names.id(key);
        if (isSubject && id == SubjectTable.ABSENT) {
            names.put(key, index.add());
        } else if (isSubject) {
            index.due(id);
        } else if (id != SubjectTable.ABSENT) {
            names.remove(id);
            index.remove(id);
        }
    }

    private void snapshot(BookEvent.Snapshot snapshot, Moment moment) {
        rewind();
        takeInChanges(moment);
        move(moment);
        book.forEachAccount(account -> {
            if (positions.isFollowed(account.state())) {
                positions.publish(account.state(), moment, RiskReason.SNAPSHOT, snapshot.label());
                forced.remove(account.key());
            }
        });
        groupOutlet.snapshot(index, idsByGroup, moment);
    }

    /** What was never published by this task, after a restart, is said again though nothing may have moved. */
    private RiskReason reason(int id) {
        return switch (index.cause(id)) {
            case NEW, OVERDUE -> RiskReason.HEARTBEAT;
            case REWOUND -> index.lastPublishedMs(id) >= rewoundSinceMs ? RiskReason.RETRACTION : RiskReason.EVENT;
            case MOVED -> RiskReason.TICK;
        };
    }

    /** A position whose row the entry removed, a burnt NFT, leaves its last figures behind. */
    private void publishLast(Change<?, ?> change, Moment moment) {
        if (change.oldValue() instanceof PositionState last
                && book.position(last.identity().key()) == null
                && positions.isFollowed(last)) {
            positions.publish(last, moment, RiskReason.EVENT, null);
            ended.add(last.identity().key());
        }
    }
}
