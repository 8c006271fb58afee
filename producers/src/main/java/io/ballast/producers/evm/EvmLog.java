/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One log of an EVM chain, as {@code eth_getLogs} gives it. Identity is ({@code blockHash}, {@code logIndex}), order is
 * ({@code blockNumber}, {@code logIndex}).
 *
 * @param address  the contract that wrote it: 0x and 40 lower-case hex digits
 * @param topics  each 0x and 64 lower-case hex digits; the first names the event
 * @param data  0x and an even number of lower-case hex digits
 * @param blockNumber  0 or more
 * @param blockHash  0x and 64 lower-case hex digits
 * @param transactionHash  likewise
 * @param logIndex  place in the block, from 0
 * @param blockTimestampS  time of the block in seconds since the epoch; empty where the node does not say
 * @param removed  true: a chain reorganisation took this log back
 */
public record EvmLog(
        String address,
        List<String> topics,
        String data,
        long blockNumber,
        String blockHash,
        String transactionHash,
        int logIndex,
        OptionalLong blockTimestampS,
        boolean removed) {

    public EvmLog {
        Objects.requireNonNull(address, "address");
        topics = List.copyOf(topics);
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(blockHash, "blockHash");
        Objects.requireNonNull(transactionHash, "transactionHash");
        Objects.requireNonNull(blockTimestampS, "blockTimestampS");
    }

    /** The event's hash, or an empty string for an anonymous log. */
    public String topic0() {
        return topics.isEmpty() ? "" : topics.get(0);
    }

    /** The same log as seen by a reader of another branch of the chain. */
    public EvmLog withRemoved(boolean taken) {
        return new EvmLog(
                address, topics, data, blockNumber, blockHash, transactionHash, logIndex, blockTimestampS, taken);
    }
}
