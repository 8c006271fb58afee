/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.EnumMap;
import java.util.Map;

/** Counts what became of the logs. Mutable, single-threaded. */
public final class DecodeTally {

    private final Map<IgnoreReason, Long> ignored = new EnumMap<>(IgnoreReason.class);
    private final Map<UnattributedReason, Long> unattributed = new EnumMap<>(UnattributedReason.class);
    private long logs;
    private long malformed;

    void log() {
        logs++;
    }

    void malformed() {
        malformed++;
    }

    void ignored(IgnoreReason reason) {
        ignored.merge(reason, 1L, Long::sum);
    }

    void unattributed(UnattributedReason reason) {
        unattributed.merge(reason, 1L, Long::sum);
    }

    /** Logs met. */
    public long logs() {
        return logs;
    }

    /** Logs that became dead letters. */
    public long malformedLogs() {
        return malformed;
    }

    /** Logs that gave no record, by reason. */
    public Map<IgnoreReason, Long> ignored() {
        return new EnumMap<>(ignored);
    }

    /** Logs on NFTs that could not be brought to a pool, by reason. */
    public Map<UnattributedReason, Long> unattributed() {
        return new EnumMap<>(unattributed);
    }
}
