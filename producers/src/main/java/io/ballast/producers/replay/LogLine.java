/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.EvmLog;
import java.time.Instant;

/** What one line of recorded logs holds. */
sealed interface LogLine {

    /** A log: a line of {@code eth_getLogs}, or {@code {"op":"log",…}} of a recorded stream. */
    record Log(EvmLog log) implements LogLine {}

    /** A block begins: {@code {"op":"block",…}}. */
    record Block(long number, String hash, Instant time) implements LogLine {}

    /** The blocks after the ancestor are taken back; their logs follow, removed: {@code {"op":"reorg",…}}. */
    record Reorg(long ancestor) implements LogLine {}
}
