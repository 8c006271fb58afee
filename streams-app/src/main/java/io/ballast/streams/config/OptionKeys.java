/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Keys of option surfaces, strips and scenarios, a part of {@link BallastKeys}. */
public final class OptionKeys {

    public static final String SURFACE_MS = "ballast.options.surface.ms";
    public static final String STALE_MS = "ballast.options.stale.ms";
    public static final String PORTFOLIOS = "ballast.options.portfolios";
    public static final String ADVICE_MS = "ballast.options.advice.ms";
    public static final String ADVICE_MOVE = "ballast.options.advice.move";
    public static final String BUDGET = "ballast.options.premium";
    public static final String SELL = "ballast.options.sell";
    public static final String FORWARD = "ballast.options.forward";
    public static final String FORWARD_COST = "ballast.options.forward.cost";
    public static final String FORWARD_LOT = "ballast.options.forward.lot";
    public static final String FEE = "ballast.options.fee";
    public static final String FEE_CAP = "ballast.options.fee.cap";
    public static final String MOST = "ballast.options.most";
    public static final String ROLL_MS = "ballast.options.roll.ms";
    public static final String PIN_MS = "ballast.options.pin.ms";
    public static final String SCENARIO_MS = "ballast.scenarios.ms";

    private OptionKeys() {}

    static void define(ConfigDef keys) {
        defineSurfaces(keys);
        defineStrips(keys);
        defineStripTerms(keys);
    }

    private static void defineSurfaces(ConfigDef keys) {
        keys.define(
                        SURFACE_MS,
                        Type.LONG,
                        60_000L,
                        atLeast(1),
                        MEDIUM,
                        "Milliseconds, in event time, between two surfaces of an underlying's options; within them quotes are only taken in.")
                .define(
                        STALE_MS,
                        Type.LONG,
                        3_600_000L,
                        atLeast(0),
                        MEDIUM,
                        "Milliseconds, in event time of its underlying, after which an option's quote is not used any more.");
    }

    private static void defineStrips(ConfigDef keys) {
        keys.define(
                        PORTFOLIOS,
                        Type.LIST,
                        List.of(),
                        MEDIUM,
                        "Portfolios that get option strips where no policy speaks of options, comma-separated paths, each with all below it. Empty: each portfolio that owners are assigned to.")
                .define(
                        ADVICE_MS,
                        Type.LONG,
                        3_600_000L,
                        atLeast(1),
                        MEDIUM,
                        "Milliseconds, in event time, after which a strip is worked out anew.")
                .define(
                        ADVICE_MOVE,
                        Type.DOUBLE,
                        0.02,
                        atLeast(0.0),
                        MEDIUM,
                        "Relative change of the forward after which a strip is worked out anew.")
                .define(
                        MOST,
                        Type.INT,
                        60,
                        atLeast(1),
                        LOW,
                        "Options of one expiry that a strip may be made of, the nearest to the forward first. The linear programme over 60 takes a millisecond or two, over 150 some 10 ms, of the thread that keeps the books.")
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
                        BUDGET,
                        Type.DOUBLE,
                        0.0,
                        atLeast(0.0),
                        MEDIUM,
                        "Dollars at expiry that a strip's options may cost: then the strip leaves the least open for it. 0: cover every price, as cheaply as possible.")
                .define(SELL, Type.BOOLEAN, false, MEDIUM, "Whether a strip may sell options too.")
                .define(
                        FORWARD,
                        Type.BOOLEAN,
                        true,
                        MEDIUM,
                        "Whether a strip may hold a future or perpetual beside options.")
                .define(
                        FORWARD_COST,
                        Type.DOUBLE,
                        0.0005,
                        between(0.0, 1.0),
                        LOW,
                        "Fees and half the spread of that forward, as a fraction of its price.")
                .define(
                        FORWARD_LOT,
                        Type.DOUBLE,
                        0.001,
                        between(1e-9, 1e9),
                        LOW,
                        "Smallest trade in that forward, coins.")
                .define(FEE, Type.DOUBLE, 0.0003, between(0.0, 1.0), LOW, "Fee on an option on one coin, coins.")
                .define(
                        FEE_CAP,
                        Type.DOUBLE,
                        0.125,
                        between(0.0, 1.0),
                        LOW,
                        "Greatest part of an option's price that its fee may be.")
                .define(
                        ROLL_MS,
                        Type.LONG,
                        172_800_000L,
                        atLeast(0),
                        LOW,
                        "Milliseconds before expiry from which on a strip is to be rolled to a later one.")
                .define(
                        PIN_MS,
                        Type.LONG,
                        21_600_000L,
                        atLeast(0),
                        LOW,
                        "Milliseconds before expiry from which on a price near a strike is a pin.");
    }
}
