/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.LogPosition;
import io.ballast.risk.book.Timeline;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.book.WaitingRecords.Waiting;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.metrics.BookCounters.TaskFigures;
import io.ballast.streams.record.Origin;
import io.ballast.streams.record.RecordReader;
import io.ballast.streams.record.Sequence;
import io.ballast.streams.record.StoredRecord;
import io.ballast.streams.state.Stores;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * The books of all pools of one task: gives each record to its pool, keeps those that cannot be used yet, and reports those
 * that never will be. Mutable and single-threaded.
 */
final class PoolBooks {

    /** How often {@link #releaseOverdue} is to be called. */
    static final Duration RELEASE_EVERY = Duration.ofMillis(200);

    /** How often {@link #publishDue} is to be called. */
    static final Duration PUBLISH_EVERY = Duration.ofMillis(20);

    /** So long it is to publish at once what was left over, at most: records of other pools come in between. */
    static final Duration PUBLISH_FOR = Duration.ofMillis(100);

    private final BookSettings settings;
    private final RecordReader reader;
    private final Outbox outbox;
    private final BookCounters counters;
    private final LongSupplier clockMs;
    private final LongSupplier busyMs;
    private final ReferencePrices prices;
    private final WaitingRecords waiting;
    private final PatientClock sequenceClock;
    private final SequenceGates sequences;
    private final Pools pools;

    /**
     * @param clockMs  wall-clock time
     * @param busyMs  time that the thread has spent on records so far
     */
    PoolBooks(
            BookSettings settings,
            RecordReader reader,
            Stores stores,
            Outbox outbox,
            BookCounters counters,
            LongSupplier clockMs,
            LongSupplier busyMs) {
        this.settings = settings;
        this.reader = reader;
        this.outbox = outbox;
        this.counters = counters;
        this.clockMs = clockMs;
        this.busyMs = busyMs;
        prices = new ReferencePrices(
                stores.referencePrices(), settings.priceSources(), settings.usdHistory(), settings.usdStale());
        waiting = new WaitingRecords(stores.pending(), clockMs.getAsLong());
        sequenceClock = new PatientClock(RELEASE_EVERY, clockMs.getAsLong(), busyMs.getAsLong());
        sequences = new SequenceGates(settings, stores.sequences(), counters, sequenceClock);
        pools = new Pools(settings, reader, stores, prices, outbox);
    }

    TaskFigures figures() {
        return new TaskFigures(
                pools.count(),
                pools.openPositions(),
                pools.unsettled() + sequences.held(),
                waiting.count(),
                pools.behind());
    }

    void addPrice(ReferencePrice price) {
        counters.referencePrice();
        prices.add(price);
        pools.marketSaid(price.getInstrumentId(), price.getPrice(), price.getEventTime());
    }

    /** @throws IllegalArgumentException if the definition makes no sense, contradicts what is known, or there is no book for such a
     *     pool */
    void define(String poolId, StoredRecord record) {
        counters.definition();
        if (pools.define(poolId, record)) {
            waiting.of(poolId).forEach(this::takeDefined);
            pools.requireBook(poolId);
        }
    }

    /**
     * Takes in a record of a pool, and whatever waited for it.
     *
     * @param value  what its bytes say
     * @param streamTimeMs  event time that this task has come to
     * @throws IllegalArgumentException if it can never be used
     */
    void take(String poolId, SpecificRecord value, StoredRecord record, long streamTimeMs) {
        if (pools.isDefined(poolId)) {
            takeInTurn(poolId, value, record);
            return;
        }
        arrival(poolId, value, record);
        waiting.add(poolId, record, clockMs.getAsLong());
        boolean tooMany = waiting.count(poolId) > settings.pendingRecords();
        waiting.of(poolId).stream()
                .filter(one -> tooMany || isOld(one, streamTimeMs))
                .forEach(one -> giveUp(one, "no definition of pool " + poolId));
    }

    /**
     * Takes in what was held back for too long; to be called every so often.
     *
     * @param streamTimeMs  event time that this task has come to
     */
    void releaseOverdue(long streamTimeMs) {
        sequenceClock.tell(clockMs.getAsLong(), busyMs.getAsLong(), streamTimeMs);
        sequences.releaseOverdue(this::takeHeld);
    }

    /**
     * Publishes what was too much to be published when it became due; to be called every so often.
     *
     * @param timeLeft  false ends it; asked after each part
     */
    void publishDue(BooleanSupplier timeLeft) {
        boolean more = pools.publishDue();
        while (more && timeLeft.getAsBoolean()) {
            more = pools.publishDue();
        }
    }

    /** Stores what has changed, before a commit. */
    void write() {
        pools.write();
        sequences.write();
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

    private void takeInTurn(String poolId, SpecificRecord value, StoredRecord record) {
        Sequence sequence = RecordReader.sequence(poolId, value);
        if (sequence == null) {
            take(poolId, arrival(poolId, value, record), record, clockMs.getAsLong());
            return;
        }
        try {
            if (sequences.admits(poolId, sequence, record)) {
                take(poolId, arrival(poolId, value, record), record, clockMs.getAsLong());
            }
        } finally {
            // One that makes no sense has had its turn too.
            sequences.release(poolId, sequence.producerId(), this::takeHeld);
        }
    }

    private void takeHeld(String poolId, StoredRecord record) {
        SpecificRecord value = reader.value(record.from(), record.value());
        reportIfUnusable(
                poolId, value, record, () -> take(poolId, arrival(poolId, value, record), record, clockMs.getAsLong()));
    }

    private void takeDefined(Waiting one) {
        StoredRecord record = waiting.take(one);
        SpecificRecord value = reader.value(record.from(), record.value());
        reportIfUnusable(one.poolId(), value, record, () -> takeInTurn(one.poolId(), value, record));
    }

    private void reportIfUnusable(String poolId, SpecificRecord value, StoredRecord record, Runnable taking) {
        try {
            taking.run();
        } catch (IllegalArgumentException unusable) {
            LogPosition at = RecordReader.placeOrNull(value);
            outbox.deadLetter(
                    record.from(), poolId, record.value(), unusable.getMessage(), poolId, at, record.timestampMs());
        }
    }

    /** @throws IllegalArgumentException if it can never be used */
    private Arrival<Origin> arrival(String poolId, SpecificRecord value, StoredRecord record) {
        Arrival<Origin> arrival = RecordReader.arrival(poolId, record.from(), value, record.value());
        requireNotInFuture(arrival.source());
        return arrival;
    }

    private void take(String poolId, Arrival<Origin> arrival, StoredRecord record, long sinceMs) {
        Timeline.Outcome outcome = pools.accept(poolId, arrival, clockMs.getAsLong());
        counters.outcome(outcome);
        switch (outcome) {
            case RIVAL_BLOCK -> waiting.add(poolId, record, sinceMs);
            case RETRACTED -> waiting.of(poolId).forEach(this::takeWaiting);
            case NOTHING_TO_RETRACT -> dropRetracted(poolId, arrival);
            case TOO_LATE -> reportUnlessLateTick(poolId, arrival);
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
    private void reportUnlessLateTick(String poolId, Arrival<Origin> arrival) {
        if (arrival.removed() || !(arrival.event() instanceof BookEvent.Tick)) {
            report(
                    poolId,
                    stored(arrival, arrival.source().eventTime().toEpochMilli()),
                    arrival,
                    arrival.at() + " is older than the history that can be changed"
                            + (arrival.removed()
                                    ? ": figures still hold what was taken back, until the pool is rebuilt"
                                    : ""));
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
