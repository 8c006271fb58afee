/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/**
 * Every key of ours, each with type, default, bounds, unit and meaning. Here are those of an instance, how it delivers and what it
 * may use; the others stand in classes of their own, by what they are about, and come together in {@link #definition}.
 */
public final class BallastKeys {

    public static final String TOPIC_PREFIX = "ballast.topic.prefix";
    public static final String APPLICATION_ID = "ballast.application.id";
    public static final String STATE_DIR = "ballast.state.dir";
    public static final String PROFILE = "ballast.profile";
    public static final String GROUP_PROTOCOL = "ballast.group.protocol";
    public static final String THREADS = "ballast.threads";
    public static final String STANDBYS = "ballast.standbys";
    public static final String COMMIT_INTERVAL_MS = "ballast.commit.interval.ms";
    public static final String LINGER_MS = "ballast.linger.ms";
    public static final String TASK_IDLE_MS = "ballast.task.idle.ms";
    public static final String TRANSACTION_TIMEOUT_MS = "ballast.transaction.timeout.ms";
    public static final String FUTURE_SKEW_MS = "ballast.future.skew.ms";
    public static final String ROCKSDB_CACHE_BYTES = "ballast.rocksdb.cache.bytes";
    public static final String ROCKSDB_WRITE_BUFFER_BYTES = "ballast.rocksdb.write.buffer.bytes";
    public static final String ROWS_IN_MEMORY = "ballast.rows.in.memory";
    public static final String CLOSE_TIMEOUT_MS = "ballast.close.timeout.ms";
    public static final String LEAVE_GROUP_ON_CLOSE = "ballast.close.leave.group";

    /** Values of {@link #PROFILE}. */
    public static final String EXACT = "exact";

    public static final String LATENCY = "latency";

    /** Values of {@link #GROUP_PROTOCOL}. */
    public static final String STREAMS = "streams";

    public static final String CLASSIC = "classic";

    private BallastKeys() {}

    /** A new definition of all keys, which may be added to. */
    public static ConfigDef definition() {
        ConfigDef keys = new ConfigDef();
        defineApplication(keys);
        defineDelivery(keys);
        HistoryKeys.define(keys);
        PublicationKeys.define(keys);
        MarketKeys.define(keys);
        RangeKeys.define(keys);
        AlertKeys.define(keys);
        OptionKeys.define(keys);
        MonitoringKeys.define(keys);
        defineResources(keys);
        return keys;
    }

    private static void defineApplication(ConfigDef keys) {
        keys.define(
                        TOPIC_PREFIX,
                        Type.STRING,
                        "ballast.",
                        HIGH,
                        "Put in front of every topic's name as it is; may be empty.")
                .define(
                        APPLICATION_ID,
                        Type.STRING,
                        "ballast-risk",
                        new NonEmptyString(),
                        HIGH,
                        "Name of the consumer group, and prefix of the changelog topics and transactional ids. All instances that share the work have the same one.")
                .define(
                        STATE_DIR,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new NonEmptyString(),
                        HIGH,
                        "Folder for the local state stores; needs a disk that survives restarts, or everything is restored from the broker each time. Instances on one machine need one each.")
                .define(
                        GROUP_PROTOCOL,
                        Type.STRING,
                        STREAMS,
                        ValidString.in(STREAMS, CLASSIC),
                        MEDIUM,
                        "How instances share the work: streams (brokers from 4.2 on), or classic for clusters that lack it.")
                .define(
                        THREADS,
                        Type.INT,
                        1,
                        atLeast(1),
                        MEDIUM,
                        "Processing threads of this instance; more than there are partitions is useless.");
    }

    private static void defineDelivery(ConfigDef keys) {
        keys.define(
                        PROFILE,
                        Type.STRING,
                        EXACT,
                        ValidString.in(EXACT, LATENCY),
                        HIGH,
                        "exact: every record counts exactly once, whatever crashes. latency: at least once, some commit interval faster; after a crash records may count twice until the state is rebuilt.")
                .define(
                        STANDBYS,
                        Type.INT,
                        0,
                        atLeast(0),
                        MEDIUM,
                        "Further instances that keep a copy of each share's stores, so that one of them goes on at once where another dies. With the streams protocol the group keeps this at the broker: 0 leaves it as it is there.")
                .define(
                        COMMIT_INTERVAL_MS,
                        Type.LONG,
                        100L,
                        atLeast(1),
                        MEDIUM,
                        "Milliseconds between commits. With profile exact readers see nothing sooner.")
                .define(
                        LINGER_MS,
                        Type.LONG,
                        2L,
                        atLeast(0),
                        LOW,
                        "Milliseconds that a record waits for company before it is sent.")
                .define(
                        TASK_IDLE_MS,
                        Type.LONG,
                        0L,
                        atLeast(0),
                        MEDIUM,
                        "Milliseconds to wait for a topic that has just run dry before the others go on, so that records of different topics are read in the order of their timestamps. Delays every record by as much while one of the topics is quiet; only of use where producers do not number their records (pool_sequence).")
                .define(
                        TRANSACTION_TIMEOUT_MS,
                        Type.INT,
                        6_000,
                        atLeast(1000),
                        LOW,
                        "Milliseconds until the broker gives up a transaction of profile exact; must exceed the longest time that one record takes, and not the broker's transaction.max.timeout.ms.")
                .define(
                        FUTURE_SKEW_MS,
                        Type.LONG,
                        600_000L,
                        atLeast(0),
                        MEDIUM,
                        "Milliseconds that a record's event time may be ahead of this machine's clock; records further ahead become dead letters.");
    }

    private static void defineResources(ConfigDef keys) {
        keys.define(
                        ROCKSDB_CACHE_BYTES,
                        Type.LONG,
                        64L << 20,
                        atLeast(1 << 20),
                        LOW,
                        "Bytes of the block cache that all state stores of this instance share; write buffers count in it.")
                .define(
                        ROCKSDB_WRITE_BUFFER_BYTES,
                        Type.LONG,
                        32L << 20,
                        atLeast(1 << 20),
                        LOW,
                        "Bytes of the cache that write buffers of all state stores may take.")
                .define(
                        ROWS_IN_MEMORY,
                        Type.INT,
                        10_000,
                        atLeast(1),
                        LOW,
                        "Rows used lately that are kept in memory, of each pool's positions and of its slots or LP tokens; the others are read from the state store when they are needed.")
                .define(CLOSE_TIMEOUT_MS, Type.LONG, 30_000L, atLeast(0), LOW, "Milliseconds to end cleanly.")
                .define(
                        LEAVE_GROUP_ON_CLOSE,
                        Type.BOOLEAN,
                        true,
                        LOW,
                        "Leave the consumer group on a clean end, so that a restart or another instance goes on at once. With group protocol streams that is always so.");
    }
}
