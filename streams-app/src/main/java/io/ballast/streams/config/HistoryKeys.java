/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Keys of how far a pool's book can go back, and of what waits for what, a part of {@link BallastKeys}. */
public final class HistoryKeys {

    public static final String HISTORY_BLOCKS = "ballast.history.blocks";
    public static final String HISTORY_RECORDS = "ballast.history.records";
    public static final String FINALITY_MS = "ballast.finality.ms";
    public static final String SEQUENCE_WAIT_MS = "ballast.sequence.wait.ms";
    public static final String SEQUENCE_RECORDS = "ballast.sequence.records";
    public static final String SETTLE_MS = "ballast.settle.ms";
    public static final String RIVAL_WAIT_MS = "ballast.rival.wait.ms";
    public static final String PENDING_RECORDS = "ballast.pending.records";
    public static final String PENDING_MS = "ballast.pending.ms";

    private static final int REORG_DEPTH = 64;

    private HistoryKeys() {}

    static void define(ConfigDef keys) {
        keys.define(
                        HISTORY_BLOCKS,
                        Type.INT,
                        REORG_DEPTH,
                        atLeast(REORG_DEPTH),
                        MEDIUM,
                        "Blocks that a pool's book can go back, for reorganisations and late records.")
                .define(
                        HISTORY_RECORDS,
                        Type.INT,
                        512,
                        between(0, 1_000_000),
                        MEDIUM,
                        "Records of a pool that are kept undoable whatever their age; more helps when a producer writes much faster than real time.")
                .define(
                        FINALITY_MS,
                        Type.LONG,
                        900_000L,
                        atLeast(0),
                        MEDIUM,
                        "Milliseconds, in event time, after which a block counts as final. Until then the worth of positions that it changed is unfinalised_value. Ethereum takes some 13 minutes.")
                .define(
                        SEQUENCE_WAIT_MS,
                        Type.LONG,
                        2000L,
                        atLeast(0),
                        MEDIUM,
                        "Milliseconds that a record is held back until those that its producer wrote before it (pool_sequence) have come on the other topics; then it is taken in without them, and the history kept is left to put things right. 0: none is held back.")
                .define(
                        SEQUENCE_RECORDS,
                        Type.INT,
                        100_000,
                        atLeast(0),
                        LOW,
                        "Records of one pool and producer that are held back at most, on disk.")
                .define(
                        SETTLE_MS,
                        Type.LONG,
                        1000L,
                        atLeast(1),
                        MEDIUM,
                        "Milliseconds without new records of a pool after which its refused records become dead letters; until then one that belongs before them may still come.")
                .define(
                        RIVAL_WAIT_MS,
                        Type.LONG,
                        10_000L,
                        atLeast(1),
                        LOW,
                        "Milliseconds that a record of a rival block waits for the known block to be retracted, until it becomes a dead letter.")
                .define(
                        PENDING_RECORDS,
                        Type.INT,
                        10_000,
                        atLeast(0),
                        LOW,
                        "Records of a pool that may wait for its definition; when there are more they all become dead letters.")
                .define(
                        PENDING_MS,
                        Type.LONG,
                        600_000L,
                        atLeast(0),
                        LOW,
                        "Milliseconds, in event time, that records of a pool may wait for its definition.");
    }
}
