/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Keys of how positions' ranges, and leaving them, are looked at, a part of {@link BallastKeys}. */
public final class RangeKeys {

    public static final String HORIZON_MS = "ballast.range.horizon.ms";
    public static final String AFTER_MS = "ballast.range.advice.after.ms";
    public static final String PAYBACK_MS = "ballast.range.advice.payback.ms";
    public static final String SPREAD_BPS = "ballast.range.spread.bps";
    public static final String EXIT_PARTS = "ballast.exit.parts";
    public static final String GAS_USD = "ballast.range.gas.usd";

    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    private RangeKeys() {}

    static void define(ConfigDef keys) {
        keys.define(
                        HORIZON_MS,
                        Type.LONG,
                        DAY_MS,
                        atLeast(1),
                        MEDIUM,
                        "Milliseconds ahead for which positions' distances in sigmas and probabilities of leaving their range are told.")
                .define(
                        AFTER_MS,
                        Type.LONG,
                        HOUR_MS,
                        atLeast(0),
                        MEDIUM,
                        "Milliseconds, in event time, that a price has to be out of a position's range before a new range is advised.")
                .define(
                        PAYBACK_MS,
                        Type.LONG,
                        30 * DAY_MS,
                        atLeast(0),
                        MEDIUM,
                        "Milliseconds in range in which a position has to earn back what a new range costs for it to be advised, at the fees that it has earned so far.")
                .define(
                        EXIT_PARTS,
                        Type.LIST,
                        List.of("0.1", "0.5", "1"),
                        MEDIUM,
                        "Parts of a position that the cost of leaving its pool is told for, comma-separated: 0.1 is a tenth. Empty: none.")
                .define(
                        SPREAD_BPS,
                        Type.DOUBLE,
                        10.0,
                        atLeast(0.0),
                        LOW,
                        "Ask less bid in basis points that is counted where the market's is not known.")
                .define(
                        GAS_USD,
                        Type.DOUBLE,
                        0.0,
                        atLeast(0.0),
                        LOW,
                        "USD that withdrawing, swapping and depositing cost in gas, together. 0: gas is not counted.");
    }
}
