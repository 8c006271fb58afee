/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.Entry;
import io.ballast.risk.book.LogPosition;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.book.Timeline;
import io.ballast.risk.book.TimelineListener;
import io.ballast.risk.book.Touched;
import io.ballast.schema.PoolDefinition;
import io.ballast.streams.record.Moment;
import io.ballast.streams.record.Origin;
import io.ballast.streams.record.TimelineState;
import io.ballast.streams.state.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One pool's book at work: takes records in, keeps the stores equal to the book, and hands out what is to be published.
 *
 * <p>Mutable and single-threaded. Everything in it is in the stores too: a new one takes up where this one was.
 */
final class LivePool implements TimelineListener<Origin> {

    private final PoolDefinition definition;
    private final Stores stores;
    private final Outbox outbox;
    private final PoolBook book;
    private final Timeline<Origin> timeline;
    private final Publisher publisher;
    private final int mostPerRecord;
    private final ChangedRows changedRows = new ChangedRows();
    private final JournalTail journal;
    private final RecordMarks marks;
    private final MarketGap gap;

    private TimelineState stored;
    private Moment forgotten;
    private long lastRecordMs;
    private boolean published;
    private boolean nothingDue;

    LivePool(
            PoolDefinition definition,
            PoolTerms terms,
            BookSettings settings,
            Stores stores,
            ReferencePrices prices,
            Outbox outbox) {
        this.definition = definition;
        this.stores = stores;
        this.outbox = outbox;
        mostPerRecord = settings.publication().mostPerRecord();
        book = PoolBook.open(terms, settings.windows());
        stores.bookRows().open(poolId(), book);
        timeline = new Timeline<>(
                book,
                settings.historyBlocks(),
                settings.historyRecords(),
                at -> stores.applied().contains(poolId(), at),
                this);
        journal = new JournalTail(poolId(), stores.journal());
        stored = stores.timelines().get(poolId());
        restoreTimeline();
        marks = new RecordMarks(definition, terms, prices);
        gap = new MarketGap(definition, book, prices, stored.gap().orElse(null));
        publisher = new Publisher(
                book,
                settings.publication(),
                settings.selection(),
                settings.portfolios(),
                new RiskRecords(
                        definition,
                        prices,
                        settings.portfolios(),
                        new RangeRecords(
                                definition, prices, settings.publication().ranges()),
                        new PositionInPool(book, settings.publication().exitParts())),
                new GroupRecords(
                        definition,
                        prices,
                        gap,
                        new LiquidityRecords(book),
                        new LastSwap(book, timeline::entries),
                        settings.publication().ladder()),
                new CurveRecords(definition),
                outbox,
                new ToldParts(stores.parts(), poolId()),
                gap,
                timeline::entries,
                this::oldestMs,
                settings.finality());
    }

    /** The book's rows are as of the newest entry: it is taken back, and comes forward again with what each entry changed. */
    private void restoreTimeline() {
        stores.journal().rewind(poolId(), book, (number, entry) -> {
            if (number < stored.firstEntry()) {
                timeline.bringForward(entry);
            } else {
                changedRows.changed(timeline.restore(entry));
                journal.restored(number);
            }
        });
        forgotten = stored.forgotten().orElse(null);
        if (forgotten != null) {
            timeline.restoreForgotten(forgotten.at());
        }
    }

    String poolId() {
        return definition.getPoolId();
    }

    PoolDefinition definition() {
        return definition;
    }

    PoolTerms terms() {
        return book.terms();
    }

    int openPositions() {
        return publisher.openPositions();
    }

    /** True when something is due that was not published yet, for there was too much of it. */
    boolean isBehind() {
        return !nothingDue;
    }

    /** Refused records that are not given up on yet. */
    long unsettled() {
        return timeline.hasUnsettled()
                ? timeline.entries().stream()
                        .filter(entry -> entry.refused() && !entry.settled())
                        .count()
                : 0;
    }

    /** Wall-clock time when the last record was taken in; 0 before the first. */
    long lastRecordMs() {
        return lastRecordMs;
    }

    /** Takes a record in and publishes what it makes due, or a part of that. */
    Timeline.Outcome accept(Arrival<Origin> arrival, long nowMs) {
        lastRecordMs = nowMs;
        Timeline.Outcome outcome = timeline.accept(marks.of(arrival));
        publish();
        return outcome;
    }

    /** Gives up on refused records. */
    void settleAll() {
        timeline.settleAll();
    }

    /** Publishes of what is left over from the last record as much as may be at once; at first, of everything. */
    void publishRest() {
        if (!published) {
            publish();
        } else {
            nothingDue = publisher.publishRest(newest(), mostPerRecord);
        }
    }

    /** The market has moved: publishes the pool if that makes it worth while to trade against it, or no more. */
    void marketMoved(Instant at) {
        Moment newest = newest();
        if (published && !at.isBefore(newest.eventTime())) {
            publisher.publishGap(newest, at);
        }
    }

    private void publish() {
        nothingDue = publisher.publish(newest(), mostPerRecord);
        published = true;
    }

    /** Stores what has changed since it did so last. */
    void write() {
        changedRows.write(stores.bookRows(), poolId(), book);
        stores.bookRows().written(book);
        TimelineState now =
                new TimelineState(Optional.ofNullable(forgotten), journal.first(), Optional.ofNullable(gap.state()));
        journal.write(book, timeline.entries());
        if (!now.equals(stored)) {
            stores.timelines().put(poolId(), now);
            stored = now;
        }
    }

    private Moment newest() {
        List<Entry<Origin>> entries = timeline.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!entries.get(i).refused()) {
                return moment(i);
            }
        }
        return forgotten != null
                ? forgotten
                : new Moment(new LogPosition(0, null, 0), definition.getEventTime(), false);
    }

    /** Event time of the state that is left when all that can be undone is. */
    private long oldestMs() {
        return forgotten == null ? Long.MIN_VALUE : forgotten.eventTime().toEpochMilli();
    }

    /** A record that came too late for its place is part of the figures as of the newest one. */
    private Moment moment(int index) {
        Entry<Origin> entry = timeline.entries().get(index);
        Origin origin = entry.arrival().source();
        if (!entry.late() || index == 0) {
            return new Moment(entry.placedAt(), origin.eventTime(), origin.simulated());
        }
        Moment before = moment(index - 1);
        return new Moment(entry.placedAt(), before.eventTime(), before.simulated() || origin.simulated());
    }

    @Override
    public void applied(Entry<Origin> entry, Touched touched) {
        int index = timeline.entries().size() - 1;
        journal.changedFrom(index);
        changedRows.changed(entry);
        publisher.applied(entry, touched, moment(index));
    }

    @Override
    public void undone(Entry<Origin> entry) {
        journal.changedFrom(timeline.entries().size());
        changedRows.changed(entry);
        publisher.undone(entry);
    }

    @Override
    public void refused(Entry<Origin> entry) {
        journal.changedFrom(Math.max(0, timeline.entries().size() - 1));
    }

    @Override
    public void settled(Entry<Origin> entry) {
        int index = timeline.entries().indexOf(entry);
        if (index >= 0) {
            journal.changedFrom(index);
        } else {
            stores.applied().add(poolId(), entry.at());
        }
        Origin origin = entry.arrival().source();
        outbox.deadLetter(
                origin.from(),
                poolId(),
                origin.value(),
                entry.refusal(),
                poolId(),
                entry.at(),
                origin.eventTime().toEpochMilli());
    }

    /** Prices need not be remembered: an old one says nothing new. */
    @Override
    public void forgotten(Entry<Origin> entry) {
        Origin origin = entry.arrival().source();
        forgotten = new Moment(entry.placedAt(), origin.eventTime(), origin.simulated());
        journal.forgotOne();
        if (!(entry.arrival().event() instanceof BookEvent.Tick)) {
            stores.applied().add(poolId(), entry.at());
        }
    }
}
