/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.snapshot;

import io.ballast.schema.PoolEvent;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * How far a pool's records go.
 *
 * @param blockNumber  newest block
 * @param blockHash  its hash; empty where there is none, or the last that was heard of the block is that it was taken back
 * @param eventTime  its time
 * @param simulated  whether the records are made up
 * @param timestampMs  Kafka timestamp of the last record
 */
record PoolHead(long blockNumber, Optional<String> blockHash, Instant eventTime, boolean simulated, long timestampMs) {
    /**
     * The head as of one record.
     *
     * @throws IllegalArgumentException if it is not one of a pool's inputs
     */
    static PoolHead of(SpecificRecord value, long timestampMs) {
        if (value instanceof PriceTick tick) {
            return new PoolHead(
                    tick.getBlockNumber(),
                    hash(tick.getBlockHash(), tick.getRemoved()),
                    tick.getEventTime(),
                    tick.getSimulated(),
                    timestampMs);
        }
        if (value instanceof PositionEvent event) {
            return new PoolHead(
                    event.getBlockNumber(),
                    hash(event.getBlockHash(), event.getRemoved()),
                    event.getEventTime(),
                    event.getSimulated(),
                    timestampMs);
        }
        if (value instanceof PoolEvent event) {
            return new PoolHead(
                    event.getBlockNumber(),
                    hash(event.getBlockHash(), event.getRemoved()),
                    event.getEventTime(),
                    event.getSimulated(),
                    timestampMs);
        }
        throw new IllegalArgumentException("a " + value.getClass().getSimpleName() + " is no input of a pool");
    }

    private static Optional<String> hash(String hash, boolean removed) {
        return removed ? Optional.empty() : Optional.ofNullable(hash);
    }

    /** The one that is further on. */
    PoolHead max(PoolHead other) {
        PoolHead newer = other.blockNumber > blockNumber ? other : this;
        return new PoolHead(
                newer.blockNumber,
                newer.blockHash,
                newer.eventTime,
                newer.simulated,
                Math.max(timestampMs, other.timestampMs));
    }
}
