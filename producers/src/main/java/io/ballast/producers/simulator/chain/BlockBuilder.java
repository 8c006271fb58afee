/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.producers.records.Origin;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;

/**
 * A block in the making: gives logs their places and keeps their records in that order.
 *
 * <p>Logs that no record is made of (token transfers, approvals) take up places as well, as on a chain. Mutable and
 * single-threaded.
 */
public final class BlockBuilder {

    private final BlockHeader header;
    private final SimulatedHashes hashes;
    private final ToLongFunction<String> timestampMsOfPool;
    private final List<OutgoingRecord> records = new ArrayList<>();
    private Optional<String> transactionHash = Optional.empty();
    private int transactions;
    private int nextLogIndex;
    private int observations;

    BlockBuilder(BlockHeader header, SimulatedHashes hashes, ToLongFunction<String> timestampMsOfPool) {
        this.header = header;
        this.hashes = hashes;
        this.timestampMsOfPool = timestampMsOfPool;
    }

    public BlockHeader header() {
        return header;
    }

    /** Starts the next transaction: the logs that follow are its. */
    public void beginTransaction() {
        transactionHash = Optional.of(hashes.transaction(header.number(), transactions++));
    }

    /** Adds what was seen of a market at some time up to the block's; that is no log of the chain. */
    public void observe(PriceTick.Builder tick, Instant at) {
        Origin origin =
                new Origin(header.number(), Optional.empty(), Optional.empty(), observations++, false, true, at);
        records.add(new OutgoingRecord(
                Topic.PRICE_TICKS, tick.getInstrumentId(), origin.complete(tick), at.toEpochMilli()));
    }

    /** Leaves out the places of logs that no record is made of. */
    void skipLogs(int count) {
        nextLogIndex += count;
    }

    void log(PoolDefinition.Builder definition) {
        add(Topic.POOLS, definition.getPoolId(), nextLog().complete(definition));
    }

    void log(PoolEvent.Builder event) {
        add(Topic.POOL_EVENTS, event.getPoolId(), nextLog().complete(event));
    }

    void log(PositionEvent.Builder event) {
        add(Topic.POSITION_EVENTS, event.getPoolId(), nextLog().complete(event));
    }

    void log(PriceTick.Builder tick) {
        add(Topic.PRICE_TICKS, tick.getInstrumentId(), nextLog().complete(tick));
    }

    /** Everything added, in order. */
    public RecordBlock build() {
        return new RecordBlock(header.number(), Optional.of(header.hash()), records);
    }

    private Origin nextLog() {
        return new Origin(
                header.number(),
                Optional.of(header.hash()),
                transactionHash,
                nextLogIndex++,
                false,
                true,
                header.time());
    }

    private void add(Topic topic, String poolId, SpecificRecord value) {
        records.add(new OutgoingRecord(topic, poolId, value, timestampMsOfPool.applyAsLong(poolId)));
    }
}
