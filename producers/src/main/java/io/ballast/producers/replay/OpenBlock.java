/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.EvmLog;
import io.ballast.producers.evm.LogBlock;
import io.ballast.producers.evm.LogBlock.SourcedLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A block whose logs are still coming. Mutable, single-threaded. */
final class OpenBlock {

    private final long number;
    private final String hash;
    private final boolean removed;
    private final List<SourcedLog> logs = new ArrayList<>();

    OpenBlock(EvmLog first) {
        number = first.blockNumber();
        hash = first.blockHash();
        removed = first.removed();
    }

    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    boolean removed() {
        return removed;
    }

    List<SourcedLog> logs() {
        return logs;
    }

    boolean holds(EvmLog log) {
        return log.blockNumber() == number
                && log.removed() == removed
                && log.blockHash().equals(hash);
    }

    void add(SourcedLog log) {
        logs.add(log);
    }

    /** The time that its logs say: the first one's that says any. */
    Optional<Instant> time() {
        return logs.stream()
                .map(SourcedLog::log)
                .filter(log -> log.blockTimestampS().isPresent())
                .min(Comparator.comparingInt(EvmLog::logIndex))
                .map(log -> Instant.ofEpochSecond(log.blockTimestampS().getAsLong()));
    }

    LogBlock closed(Instant time) {
        return new LogBlock(number, hash, time, removed, logs);
    }
}
