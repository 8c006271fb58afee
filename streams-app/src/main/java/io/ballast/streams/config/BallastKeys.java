/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/** Every key of ours, each with type, default, bounds, unit and meaning: the one place where they stand. */
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
    public static final String HISTORY_BLOCKS = "ballast.history.blocks";
    public static final String HISTORY_RECORDS = "ballast.history.records";
    public static final String SEQUENCE_WAIT_MS = "ballast.sequence.wait.ms";
    public static final String SEQUENCE_RECORDS = "ballast.sequence.records";
    public static final String SETTLE_MS = "ballast.settle.ms";
    public static final String RIVAL_WAIT_MS = "ballast.rival.wait.ms";
    public static final String PENDING_RECORDS = "ballast.pending.records";
    public static final String PENDING_MS = "ballast.pending.ms";
    public static final String USD_STALE_MS = "ballast.usd.stale.ms";
    public static final String USD_HISTORY = "ballast.usd.history";
    public static final String TOLERANCE_VALUE = "ballast.tolerance.value";
    public static final String TOLERANCE_IL = "ballast.tolerance.il";
    public static final String TOLERANCE_DELTA = "ballast.tolerance.delta";
    public static final String TOLERANCE_FEES = "ballast.tolerance.fees";
    public static final String HEARTBEAT_MS = "ballast.heartbeat.ms";
    public static final String PUBLISH_CHUNK = "ballast.publish.chunk";
    public static final String LADDER_SHIFTS = "ballast.ladder.shifts";
    public static final String CURVE_BOUNDARIES = "ballast.curve.boundaries";
    public static final String WINDOWS = "ballast.windows";
    public static final String OPTION_SURFACE_MS = "ballast.options.surface.ms";
    public static final String OPTION_STALE_MS = "ballast.options.stale.ms";
    public static final String OPTION_PORTFOLIOS = "ballast.options.portfolios";
    public static final String OPTION_ADVICE_MS = "ballast.options.advice.ms";
    public static final String OPTION_ADVICE_MOVE = "ballast.options.advice.move";
    public static final String OPTION_BUDGET = "ballast.options.premium";
    public static final String OPTION_SELL = "ballast.options.sell";
    public static final String OPTION_FORWARD = "ballast.options.forward";
    public static final String OPTION_FORWARD_COST = "ballast.options.forward.cost";
    public static final String OPTION_FORWARD_LOT = "ballast.options.forward.lot";
    public static final String OPTION_FEE = "ballast.options.fee";
    public static final String OPTION_FEE_CAP = "ballast.options.fee.cap";
    public static final String OPTION_MOST = "ballast.options.most";
    public static final String OPTION_ROLL_MS = "ballast.options.roll.ms";
    public static final String OPTION_PIN_MS = "ballast.options.pin.ms";
    public static final String SCENARIO_MS = "ballast.scenarios.ms";
    public static final String SELECT_OWNERS = "ballast.select.owners";
    public static final String SELECT_POSITIONS = "ballast.select.positions";
    public static final String OWNERS_FILE = "ballast.owners.file";
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

    private static final int REORG_DEPTH = 64;

    private BallastKeys() {}

    /** A new definition of all keys, which may be added to. */
    public static ConfigDef definition() {
        ConfigDef keys = new ConfigDef();
        defineApplication(keys);
        defineDelivery(keys);
        defineHistory(keys);
        definePublication(keys);
        MarketKeys.define(keys);
        AlertKeys.define(keys);
        defineOptions(keys);
        defineStrips(keys);
        defineStripTerms(keys);
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
                        60_000,
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

    private static void defineHistory(ConfigDef keys) {
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

    private static void defineTolerances(ConfigDef keys) {
        keys.define(
                        TOLERANCE_VALUE,
                        Type.DOUBLE,
                        1e-4,
                        atLeast(0.0),
                        HIGH,
                        "How far a published value may be from the truth before it is published anew, as a fraction of it. 0 publishes every change; so do the other tolerances.")
                .define(
                        TOLERANCE_IL,
                        Type.DOUBLE,
                        1e-4,
                        atLeast(0.0),
                        HIGH,
                        "The same of impermanent loss, as a fraction of the HODL value.")
                .define(
                        TOLERANCE_DELTA,
                        Type.DOUBLE,
                        1e-3,
                        atLeast(0.0),
                        HIGH,
                        "The same of delta, as a fraction of the delta that the position would have if it were all token0.")
                .define(
                        TOLERANCE_FEES,
                        Type.DOUBLE,
                        1e-4,
                        atLeast(0.0),
                        HIGH,
                        "The same of fees earned, as a fraction of value and fees together.")
                .define(
                        HEARTBEAT_MS,
                        Type.LONG,
                        600_000L,
                        atLeast(0),
                        MEDIUM,
                        "Milliseconds, in event time, after which figures are published anew though they are within tolerance. 0: never.")
                .define(
                        PUBLISH_CHUNK,
                        Type.INT,
                        1000,
                        atLeast(1),
                        LOW,
                        "Positions and groups of one pool that are published at once, at most: after a jump that concerns more the rest follows in such chunks, and records of other pools come in between.")
                .define(
                        CURVE_BOUNDARIES,
                        Type.INT,
                        1000,
                        atLeast(0),
                        LOW,
                        "Ticks that a portfolio's curve of a pool may have to be published on portfolio-curves; one with more says so and has none. A tick takes some 20 bytes of the record, which is written anew at each change of a position.")
                .define(
                        LADDER_SHIFTS,
                        Type.LIST,
                        List.of(
                                "-0.5", "-0.3", "-0.2", "-0.1", "-0.05", "-0.02", "0.02", "0.05", "0.1", "0.2", "0.3",
                                "0.5"),
                        MEDIUM,
                        "Relative changes of price at which pools and portfolios' parts are valued too, comma-separated: -0.1 is 10 % lower.");
    }

    private static void definePublication(ConfigDef keys) {
        defineTolerances(keys);
        keys.define(
                        WINDOWS,
                        Type.LIST,
                        List.of("5m", "1h", "24h", "7d"),
                        new WindowList(),
                        MEDIUM,
                        "Windows of the recent past that losses are reported over, shortest first, comma-separated: a number and s, m, h or d. A window that is added later has figures once it lies wholly after that.")
                .define(
                        SELECT_OWNERS,
                        Type.LIST,
                        List.of(),
                        HIGH,
                        "Owners whose positions are published, comma-separated addresses; with neither owners nor positions given, all are.")
                .define(
                        SELECT_POSITIONS,
                        Type.LIST,
                        List.of(),
                        HIGH,
                        "Position ids that are published, comma-separated, beside those of the owners.")
                .define(
                        OWNERS_FILE,
                        Type.STRING,
                        "",
                        HIGH,
                        "File that assigns owners to portfolios: CSV with the header owner,portfolio, or JSON, an object from owner to portfolio or an array of objects with both. Empty: none.")
                .define(
                        USD_STALE_MS,
                        Type.LONG,
                        300_000L,
                        atLeast(0),
                        MEDIUM,
                        "Milliseconds, in event time, after which a reference price is flagged as stale.")
                .define(
                        USD_HISTORY,
                        Type.INT,
                        2000,
                        atLeast(1),
                        LOW,
                        "Reference prices kept for each instrument, to price late records as of their own time.");
    }

    private static void defineOptions(ConfigDef keys) {
        keys.define(
                        OPTION_SURFACE_MS,
                        Type.LONG,
                        60_000L,
                        atLeast(1),
                        MEDIUM,
                        "Milliseconds, in event time, between two surfaces of an underlying's options; within them quotes are only taken in.")
                .define(
                        OPTION_STALE_MS,
                        Type.LONG,
                        3_600_000L,
                        atLeast(0),
                        MEDIUM,
                        "Milliseconds, in event time of its underlying, after which an option's quote is not used any more.");
    }

    private static void defineStrips(ConfigDef keys) {
        keys.define(
                        OPTION_PORTFOLIOS,
                        Type.LIST,
                        List.of(),
                        MEDIUM,
                        "Portfolios that get option strips, comma-separated paths, each with all below it. Empty: each portfolio that owners are assigned to.")
                .define(
                        OPTION_ADVICE_MS,
                        Type.LONG,
                        3_600_000L,
                        atLeast(1),
                        MEDIUM,
                        "Milliseconds, in event time, after which a strip is worked out anew.")
                .define(
                        OPTION_ADVICE_MOVE,
                        Type.DOUBLE,
                        0.02,
                        atLeast(0.0),
                        MEDIUM,
                        "Relative change of the forward after which a strip is worked out anew.")
                .define(
                        OPTION_MOST,
                        Type.INT,
                        60,
                        atLeast(1),
                        LOW,
                        "Options of one expiry that a strip may be made of, the nearest to the forward first. 40 take some 30 ms, 150 a second, of the thread that keeps the books.")
                .define(
                        SCENARIO_MS,
                        Type.LONG,
                        600_000L,
                        atLeast(1),
                        MEDIUM,
                        "Milliseconds, in event time, between two scenarios of a portfolio.");
    }

    private static void defineStripTerms(ConfigDef keys) {
        keys.define(
                        OPTION_BUDGET,
                        Type.DOUBLE,
                        0.0,
                        atLeast(0.0),
                        MEDIUM,
                        "Dollars at expiry that a strip's options may cost: then the strip leaves the least open for it. 0: cover every price, as cheaply as possible.")
                .define(OPTION_SELL, Type.BOOLEAN, false, MEDIUM, "Whether a strip may sell options too.")
                .define(
                        OPTION_FORWARD,
                        Type.BOOLEAN,
                        true,
                        MEDIUM,
                        "Whether a strip may hold a future or perpetual beside options.")
                .define(
                        OPTION_FORWARD_COST,
                        Type.DOUBLE,
                        0.0005,
                        between(0.0, 1.0),
                        LOW,
                        "Fees and half the spread of that forward, as a fraction of its price.")
                .define(
                        OPTION_FORWARD_LOT,
                        Type.DOUBLE,
                        0.001,
                        between(1e-9, 1e9),
                        LOW,
                        "Smallest trade in that forward, coins.")
                .define(OPTION_FEE, Type.DOUBLE, 0.0003, between(0.0, 1.0), LOW, "Fee on an option on one coin, coins.")
                .define(
                        OPTION_FEE_CAP,
                        Type.DOUBLE,
                        0.125,
                        between(0.0, 1.0),
                        LOW,
                        "Greatest part of an option's price that its fee may be.")
                .define(
                        OPTION_ROLL_MS,
                        Type.LONG,
                        172_800_000L,
                        atLeast(0),
                        LOW,
                        "Milliseconds before expiry from which on a strip is to be rolled to a later one.")
                .define(
                        OPTION_PIN_MS,
                        Type.LONG,
                        21_600_000L,
                        atLeast(0),
                        LOW,
                        "Milliseconds before expiry from which on a price near a strike is a pin.");
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
