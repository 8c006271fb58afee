/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.records.Definitions;
import io.ballast.producers.records.Origin;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Collects the records of one block: each on its topic, with its pool's time, after its pool's definition. */
final class BlockOutput {

    private final PoolCatalogue catalogue;
    private final long blockNumber;
    private final Instant time;
    private final List<OutgoingRecord> records = new ArrayList<>();

    BlockOutput(PoolCatalogue catalogue, long blockNumber, Instant time) {
        this.catalogue = catalogue;
        this.blockNumber = blockNumber;
        this.time = time;
    }

    List<OutgoingRecord> records() {
        return List.copyOf(records);
    }

    /** Writes a pool's definition as its factory's log gives it. */
    void define(KnownPool pool, Origin origin) {
        pool.define();
        put(Topic.POOLS, pool, Definitions.of(pool.listing(), catalogue, origin));
    }

    /** Writes a record of a pool, and its definition before that if there is none yet. */
    void add(KnownPool pool, SpecificRecord value) {
        if (!pool.isDefined()) {
            define(pool, listedOrigin());
        }
        put(topicOf(value), pool, value);
    }

    /** What a file says of a pool is no log: it stands at the end of the block before the pool's first. */
    private Origin listedOrigin() {
        return Origin.inBlock(Math.max(0, blockNumber - 1), Optional.empty(), Origin.AFTER_ALL_LOGS, time);
    }

    /** Writes a price of a market, which is as of its block. */
    void observe(PriceTick tick) {
        records.add(new OutgoingRecord(Topic.PRICE_TICKS, tick.getInstrumentId(), tick, time.toEpochMilli()));
    }

    void deadLetter(String key, DeadLetter letter) {
        records.add(new OutgoingRecord(Topic.DEAD_LETTERS, key, letter, time.toEpochMilli()));
    }

    private void put(Topic topic, KnownPool pool, SpecificRecord value) {
        records.add(new OutgoingRecord(topic, pool.poolId(), value, pool.clock().next(time.toEpochMilli())));
    }

    private static Topic topicOf(SpecificRecord value) {
        if (value instanceof PositionEvent) {
            return Topic.POSITION_EVENTS;
        }
        return value instanceof PoolEvent ? Topic.POOL_EVENTS : Topic.PRICE_TICKS;
    }
}
