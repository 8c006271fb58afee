/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.records;

import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where and when something happened: the fields that all inputs have in common.
 *
 * @param blockNumber  the block, or what serves as its number
 * @param blockHash  empty where the source has no blocks, or the record does not come from a log
 * @param transactionHash  empty likewise
 * @param logIndex  place in the block
 * @param removed  taken back by a reorganisation
 * @param simulated  made by the simulator
 * @param eventTime  time of the block
 */
public record Origin(
        long blockNumber,
        Optional<String> blockHash,
        Optional<String> transactionHash,
        int logIndex,
        boolean removed,
        boolean simulated,
        Instant eventTime) {

    /** The log index of what comes after every log of its block. */
    public static final int AFTER_ALL_LOGS = Integer.MAX_VALUE;

    public Origin {
        Objects.requireNonNull(blockHash, "blockHash");
        Objects.requireNonNull(transactionHash, "transactionHash");
        Objects.requireNonNull(eventTime, "eventTime");
    }

    /** Something observed that has a place in a block but is no log. */
    public static Origin inBlock(long blockNumber, Optional<String> blockHash, int logIndex, Instant eventTime) {
        return new Origin(blockNumber, blockHash, Optional.empty(), logIndex, false, false, eventTime);
    }

    /** Puts these fields into a tick. */
    public PriceTick complete(PriceTick.Builder tick) {
        return tick.setBlockNumber(blockNumber)
                .setBlockHash(blockHash.orElse(null))
                .setTransactionHash(transactionHash.orElse(null))
                .setLogIndex(logIndex)
                .setRemoved(removed)
                .setSimulated(simulated)
                .setEventTime(eventTime)
                .build();
    }

    /** Puts these fields into a position event. */
    public PositionEvent complete(PositionEvent.Builder event) {
        return event.setBlockNumber(blockNumber)
                .setBlockHash(blockHash.orElse(null))
                .setTransactionHash(transactionHash.orElse(null))
                .setLogIndex(logIndex)
                .setRemoved(removed)
                .setSimulated(simulated)
                .setEventTime(eventTime)
                .build();
    }

    /** Puts these fields into a pool event. */
    public PoolEvent complete(PoolEvent.Builder event) {
        return event.setBlockNumber(blockNumber)
                .setBlockHash(blockHash.orElse(null))
                .setTransactionHash(transactionHash.orElse(null))
                .setLogIndex(logIndex)
                .setRemoved(removed)
                .setSimulated(simulated)
                .setEventTime(eventTime)
                .build();
    }

    /** Puts these fields into a definition. */
    public PoolDefinition complete(PoolDefinition.Builder definition) {
        return definition
                .setBlockNumber(blockNumber)
                .setBlockHash(blockHash.orElse(null))
                .setTransactionHash(transactionHash.orElse(null))
                .setLogIndex(logIndex)
                .setRemoved(removed)
                .setSimulated(simulated)
                .setEventTime(eventTime)
                .build();
    }
}
