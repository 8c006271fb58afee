/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.records.SourceLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The logs of one block, in order: all that the source has of it, so that what belongs together is seen together.
 *
 * @param number  its number
 * @param hash  its hash
 * @param time  its time
 * @param removed  true: a reorganisation took it back; so says each of its logs
 * @param logs  sorted by log index here
 */
public record LogBlock(long number, String hash, Instant time, boolean removed, List<SourcedLog> logs) {

    /**
     * A log with the line it was read from.
     *
     * @param log  the log
     * @param line  where it is from, for dead letters
     */
    public record SourcedLog(EvmLog log, SourceLine line) {

        public SourcedLog {
            Objects.requireNonNull(log, "log");
            Objects.requireNonNull(line, "line");
        }
    }

    public LogBlock {
        Objects.requireNonNull(time, "time");
        logs = logs.stream()
                .sorted(Comparator.comparingInt(sourced -> sourced.log().logIndex()))
                .toList();
        for (SourcedLog sourced : logs) {
            EvmLog log = sourced.log();
            if (!log.blockHash().equals(hash) || log.blockNumber() != number || log.removed() != removed) {
                throw new IllegalArgumentException(
                        "the log at " + sourced.line().place() + " is not of block " + number + " " + hash
                                + (removed ? ", removed" : ""));
            }
        }
    }
}
