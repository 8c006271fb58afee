/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.Timeline;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.book.WaitingRecords.Waiting;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.metrics.BookCounters.TaskFigures;
import io.ballast.streams.record.Origin;
import io.ballast.streams.record.RecordReader;
import io.ballast.streams.record.StoredRecord;
import io.ballast.streams.state.Stores;
import java.util.function.LongSupplier;

/**
 * The books of all pools of one task: gives each record to its pool, keeps those that cannot be used yet, and reports those
 * that never will be. Mutable and single-threaded.
 */
final class PoolBooks {

    private final BookSettings settings;
    private final RecordReader reader;
    private final Outbox outbox;
    private final BookCounters counters;
    private final LongSupplier clockMs;
    private final ReferencePrices prices;
    private final WaitingRecords waiting;
    private final Pools pools;

    PoolBooks(
            BookSettings settings,
            RecordReader reader,
            Stores stores,
            Outbox outbox,
            BookCounters counters,
            LongSupplier clockMs) {
        this.settings = settings;
        this.reader = reader;
        this.outbox = outbox;
        this.counters = counters;
        this.clockMs = clockMs;
        prices = new ReferencePrices(stores.referencePrices(), settings.usdHistory(), settings.usdStale());
        waiting = new WaitingRecords(stores.pending(), clockMs.getAsLong());
        pools = new Pools(settings, reader, stores, prices, outbox);
    }

    TaskFigures figures() {
        return new TaskFigures(pools.count(), pools.openPositions(), pools.unsettled(), waiting.count());
    }

    void addPrice(ReferencePrice price) {
        counters.referencePrice();
        prices.add(price);
    }

    /** @throws IllegalArgumentException if the definition makes no sense, contradicts what is known, or there is no book for such a
     *     pool */
    void define(String poolId, StoredRecord record) {
        counters.definition();
        if (pools.define(poolId, record)) {
            waiting.of(poolId).forEach(this::takeWaiting);
            pools.requireBook(poolId);
        }
    }

    /**
     * Takes in a record of a pool.
     *
     * @param streamTimeMs  event time that this task has come to
     * @throws IllegalArgumentException if it can never be used
     */
    void take(String poolId, Arrival<Origin> arrival, long timestampMs, long streamTimeMs) {
        requireNotInFuture(arrival.source());
        if (pools.isDefined(poolId)) {
            take(poolId, arrival, stored(arrival, timestampMs), clockMs.getAsLong());
        } else {
            waiting.add(poolId, stored(arrival, timestampMs), clockMs.getAsLong());
            boolean tooMany = waiting.count(poolId) > settings.pendingRecords();
            waiting.of(poolId).stream()
                    .filter(one -> tooMany || isOld(one, streamTimeMs))
                    .forEach(one -> giveUp(one, "no definition of pool " + poolId));
        }
    }

    /** Looks after what is due by wall-clock time. */
    void tidy() {
        long nowMs = clockMs.getAsLong();
        pools.settleIdle(nowMs);
        for (Waiting one : waiting.all()) {
            if (pools.isDefined(one.poolId())
                    && nowMs - one.sinceMs() >= settings.rivalWait().toMillis()) {
                giveUp(one, "another block with this number is part of the pool's history, and was not retracted");
            }
        }
    }

    /** Looks after what is due by event time. */
    void tidy(long streamTimeMs) {
        for (Waiting one : waiting.all()) {
            if (!pools.isDefined(one.poolId()) && isOld(one, streamTimeMs)) {
                giveUp(one, "no definition of pool " + one.poolId());
            }
        }
    }

    private void take(String poolId, Arrival<Origin> arrival, StoredRecord record, long sinceMs) {
        Timeline.Outcome outcome = pools.accept(poolId, arrival, clockMs.getAsLong());
        counters.outcome(outcome);
        switch (outcome) {
            case RIVAL_BLOCK -> waiting.add(poolId, record, sinceMs);
            case RETRACTED -> waiting.of(poolId).forEach(this::takeWaiting);
            case NOTHING_TO_RETRACT -> dropRetracted(poolId, arrival);
            case TOO_LATE -> reportUnlessTick(poolId, arrival);
            default -> {}
        }
    }

    private void takeWaiting(Waiting one) {
        StoredRecord record = waiting.take(one);
        Arrival<Origin> arrival = reader.arrival(one.poolId(), record.from(), record.value());
        try {
            take(one.poolId(), arrival, record, one.sinceMs());
        } catch (IllegalArgumentException unusable) {
            report(one.poolId(), record, arrival, unusable.getMessage());
        }
    }

    /** The retracted record may be one that waits for its rival's retraction. */
    private void dropRetracted(String poolId, Arrival<Origin> retraction) {
        for (Waiting one : waiting.of(poolId)) {
            StoredRecord record = waiting.look(one);
            if (reader.arrival(poolId, record.from(), record.value()).at().equals(retraction.at())) {
                waiting.take(one);
            }
        }
    }

    /** A late price is no loss; anything else is. */
    private void reportUnlessTick(String poolId, Arrival<Origin> arrival) {
        if (!(arrival.event() instanceof BookEvent.Tick)) {
            report(
                    poolId,
                    stored(arrival, arrival.source().eventTime().toEpochMilli()),
                    arrival,
                    arrival.at() + " is older than the history that can be changed");
        }
    }

    private void giveUp(Waiting one, String reason) {
        StoredRecord record = waiting.take(one);
        report(one.poolId(), record, reader.arrival(one.poolId(), record.from(), record.value()), reason);
    }

    private void report(String poolId, StoredRecord record, Arrival<Origin> arrival, String reason) {
        outbox.deadLetter(record.from(), poolId, record.value(), reason, poolId, arrival.at(), record.timestampMs());
    }

    private boolean isOld(Waiting one, long streamTimeMs) {
        return streamTimeMs - one.timestampMs() > settings.pendingTime().toMillis();
    }

    private void requireNotInFuture(Origin origin) {
        long aheadMs = origin.eventTime().toEpochMilli() - clockMs.getAsLong();
        if (aheadMs > settings.futureSkew().toMillis()) {
            throw new IllegalArgumentException(
                    "event_time " + origin.eventTime() + " is " + aheadMs + " ms ahead of the clock, more than the "
                            + settings.futureSkew().toMillis() + " ms allowed");
        }
    }

    private static StoredRecord stored(Arrival<Origin> arrival, long timestampMs) {
        return new StoredRecord(
                arrival.source().from(), timestampMs, arrival.source().value());
    }
}
