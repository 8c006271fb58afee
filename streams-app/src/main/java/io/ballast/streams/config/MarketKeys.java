/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Keys of market prices, a part of {@link BallastKeys}. */
public final class MarketKeys {

    public static final String PREFER_MERGED = "ballast.market.prefer.merged";
    public static final String STALE_MS = "ballast.market.stale.ms";
    public static final String SOURCES = "ballast.market.sources";
    public static final String INSTRUMENTS = "ballast.market.instruments";
    public static final String QUOTES = "ballast.market.quotes";
    public static final String ALIASES = "ballast.market.aliases";
    public static final String PAR = "ballast.market.par";
    public static final String CROSSES = "ballast.market.crosses";
    public static final String OUTLIER_SCORE = "ballast.market.outlier.score";
    public static final String NOISE_BPS = "ballast.market.noise.bps";
    public static final String PERSIST_MS = "ballast.market.persist.ms";
    public static final String DEPEG_BPS = "ballast.market.depeg.bps";
    public static final String REPEG_BPS = "ballast.market.repeg.bps";
    public static final String DEPEG_HOLD_MS = "ballast.market.depeg.hold.ms";
    public static final String VOLATILITY_MS = "ballast.market.volatility.ms";
    public static final String JUMP_SCORE = "ballast.market.jump.score";
    public static final String VOLATILE = "ballast.market.volatile";
    public static final String EXTREME = "ballast.market.extreme";
    public static final String CALM_MS = "ballast.market.calm.ms";
    public static final String TOLERANCE_BPS = "ballast.market.tolerance.bps";
    public static final String HEARTBEAT_MS = "ballast.market.heartbeat.ms";

    private MarketKeys() {}

    static void define(ConfigDef keys) {
        defineMarkets(keys);
        defineMergedPrices(keys);
        defineConditions(keys);
    }

    private static void defineMarkets(ConfigDef keys) {
        keys.define(
                        PREFER_MERGED,
                        Type.BOOLEAN,
                        true,
                        MEDIUM,
                        "Price a token by its pair's merged price, once there is more than one source, though it names one instrument as its price source. false: by that instrument alone. A price source market:ETH-USD is the merged price anyway.")
                .define(
                        INSTRUMENTS,
                        Type.LIST,
                        List.of(),
                        LOW,
                        "Instruments that belong to another pair than their name says, comma-separated, such as deribit:ETH_USDC=ETH-USD; with nothing after the sign it belongs to none. By name venue:BASE-QUOTE is a source of BASE-QUOTE (also with / or _).")
                .define(
                        QUOTES,
                        Type.LIST,
                        List.of("USD", "EUR", "GBP", "BTC", "ETH"),
                        LOW,
                        "Assets that prices may be in, beside those at par: what follows the dash in other instruments, such as PERPETUAL, is none.")
                .define(
                        ALIASES,
                        Type.LIST,
                        List.of("WETH=ETH", "WBTC=BTC", "cbBTC=BTC", "XBT=BTC"),
                        LOW,
                        "Assets that count as another, comma-separated: in names of markets, and for option strips and scenarios tokens by symbol or, better, by address, for symbols can be given to any token.")
                .define(
                        PAR,
                        Type.LIST,
                        List.of("USDC", "USDT", "DAI"),
                        MEDIUM,
                        "Assets that are taken at one dollar as long as their own markets do not say otherwise: prices in them are prices in USD, and tokens with price source par:USD are worth it. Option strips and scenarios take tokens called so for dollars, by symbol or address.")
                .define(
                        CROSSES,
                        Type.LIST,
                        List.of(),
                        LOW,
                        "Pairs that are also priced by two others, comma-separated, such as ETH-BTC by ETH-USD and BTC-USD.")
                .define(
                        SOURCES,
                        Type.LIST,
                        List.of(),
                        LOW,
                        "Sources that count otherwise than usual, comma-separated: a venue or an instrument, =, its weight, and if need be @ and the milliseconds that what it says holds, such as coinbase=2 or chainlink=1@3600000.");
    }

    private static void defineMergedPrices(ConfigDef keys) {
        keys.define(
                        STALE_MS,
                        Type.LONG,
                        60_000L,
                        atLeast(1),
                        MEDIUM,
                        "Milliseconds, in event time, that what a source says of a pair holds; then the others go on without it.")
                .define(
                        OUTLIER_SCORE,
                        Type.DOUBLE,
                        6.0,
                        atLeast(0.1),
                        LOW,
                        "Robust standard deviations from the middle of at least three sources, or from the last good price, beyond which a source is rejected.")
                .define(
                        NOISE_BPS,
                        Type.DOUBLE,
                        10.0,
                        atLeast(0.01),
                        LOW,
                        "What such a standard deviation is at least, in basis points: honest venues differ by as much.")
                .define(
                        PERSIST_MS,
                        Type.LONG,
                        30_000L,
                        atLeast(0),
                        LOW,
                        "Milliseconds, in event time, that a price of one or two sources that is far from the last good one has to persist until it counts. Three and more settle it by majority.")
                .define(
                        TOLERANCE_BPS,
                        Type.DOUBLE,
                        1.0,
                        atLeast(0.0),
                        MEDIUM,
                        "How far a published merged price may be from the truth before it is published anew, in basis points. 0: every change is.")
                .define(
                        HEARTBEAT_MS,
                        Type.LONG,
                        10_000L,
                        atLeast(0),
                        LOW,
                        "Milliseconds, in event time, after which a merged price is published anew though it has not moved, with the next tick of its pair. 0: never.");
    }

    private static void defineConditions(ConfigDef keys) {
        keys.define(
                        DEPEG_BPS,
                        Type.DOUBLE,
                        50.0,
                        atLeast(0.01),
                        MEDIUM,
                        "Distance from one dollar, in basis points, beyond which an asset at par has lost it.")
                .define(
                        REPEG_BPS,
                        Type.DOUBLE,
                        20.0,
                        atLeast(0.0),
                        LOW,
                        "Distance within which it is back; less than that above.")
                .define(
                        DEPEG_HOLD_MS,
                        Type.LONG,
                        60_000L,
                        atLeast(0),
                        LOW,
                        "Milliseconds, in event time, that either has to last.")
                .define(
                        VOLATILITY_MS,
                        Type.LONG,
                        3_600_000L,
                        atLeast(60_000),
                        LOW,
                        "Time constant of the volatility of market prices, in milliseconds of event time.")
                .define(
                        JUMP_SCORE,
                        Type.DOUBLE,
                        6.0,
                        atLeast(0.1),
                        LOW,
                        "A move since the last minute of so many standard deviations of a minute is a jump.")
                .define(
                        VOLATILE,
                        Type.DOUBLE,
                        1.0,
                        atLeast(0.0001),
                        MEDIUM,
                        "Annual volatility from which a market is volatile: 1.0 is 100 %.")
                .define(
                        EXTREME,
                        Type.DOUBLE,
                        2.5,
                        atLeast(0.0001),
                        MEDIUM,
                        "Annual volatility from which it is extreme; above that.")
                .define(
                        CALM_MS,
                        Type.LONG,
                        600_000L,
                        atLeast(0),
                        LOW,
                        "Milliseconds, in event time, that volatility has to be below 80 % of these until the market counts as calmer.");
    }
}
