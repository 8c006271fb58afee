/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Keys of what is published, and when, a part of {@link BallastKeys}. */
public final class PublicationKeys {

    public static final String USD_STALE_MS = "ballast.usd.stale.ms";
    public static final String USD_HISTORY = "ballast.usd.history";
    public static final String TOLERANCE_VALUE = "ballast.tolerance.value";
    public static final String TOLERANCE_IL = "ballast.tolerance.il";
    public static final String TOLERANCE_DELTA = "ballast.tolerance.delta";
    public static final String TOLERANCE_FEES = "ballast.tolerance.fees";
    public static final String HEARTBEAT_MS = "ballast.heartbeat.ms";
    public static final String PUBLISH_CHUNK = "ballast.publish.chunk";
    public static final String PORTFOLIO_POOLS = "ballast.portfolio.pools";
    public static final String LADDER_SHIFTS = "ballast.ladder.shifts";
    public static final String CURVE_BOUNDARIES = "ballast.curve.boundaries";
    public static final String WINDOWS = "ballast.windows";
    public static final String SELECT_OWNERS = "ballast.select.owners";
    public static final String SELECT_POSITIONS = "ballast.select.positions";
    public static final String OWNERS_FILE = "ballast.owners.file";

    private PublicationKeys() {}

    static void define(ConfigDef keys) {
        defineWhen(keys);
        defineWhat(keys);
    }

    private static void defineWhen(ConfigDef keys) {
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

    private static void defineWhat(ConfigDef keys) {
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
                        PORTFOLIO_POOLS,
                        Type.INT,
                        50,
                        atLeast(0),
                        LOW,
                        "Pools of a portfolio that portfolio-risk tells one by one, the largest first; the others are told as one.")
                .define(
                        USD_HISTORY,
                        Type.INT,
                        2000,
                        atLeast(1),
                        LOW,
                        "Reference prices kept for each instrument, to price late records as of their own time.");
    }
}
