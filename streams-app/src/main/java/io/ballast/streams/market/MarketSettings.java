/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.market;

import io.ballast.risk.market.MarketRules;
import io.ballast.risk.market.MergeRules;
import io.ballast.risk.market.PegRules;
import io.ballast.risk.market.PublicationRules;
import io.ballast.risk.market.RegimeRules;
import io.ballast.risk.market.SourceTerms;
import io.ballast.risk.market.VolatilityRules;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.MarketKeys;
import io.ballast.streams.config.NamedValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigException;

/**
 * How markets are kept.
 *
 * @param names  which pair an instrument is a source of
 * @param rules  how sources are merged, and what is said of a price
 */
public record MarketSettings(MarketNames names, MarketRules rules) {

    private static final double BPS = 1e-4;
    private static final long FORGET_AFTER_MS = 86_400_000;
    private static final long BAR_MS = 60_000;
    private static final int BARS = 60;
    private static final double LEAST_MOVE_OF_A_BAR = 5e-4;
    private static final double EXIT = 0.8;
    private static final double MATURITY = 0.1;

    /** @throws ConfigException if a setting makes no sense */
    public static MarketSettings of(BallastConfig config) {
        return new MarketSettings(
                MarketNames.of(config),
                new MarketRules(
                        merge(config),
                        new VolatilityRules(
                                config.getLong(MarketKeys.VOLATILITY_MS),
                                BAR_MS,
                                BARS,
                                config.getDouble(MarketKeys.JUMP_SCORE),
                                LEAST_MOVE_OF_A_BAR),
                        checked(MarketKeys.VOLATILE, () -> regime(config)),
                        checked(MarketKeys.DEPEG_BPS, () -> peg(config)),
                        new PublicationRules(
                                config.getDouble(MarketKeys.TOLERANCE_BPS) * BPS,
                                config.getLong(MarketKeys.HEARTBEAT_MS))));
    }

    private static RegimeRules regime(BallastConfig config) {
        return new RegimeRules(
                config.getDouble(MarketKeys.VOLATILE),
                config.getDouble(MarketKeys.EXTREME),
                EXIT,
                config.getLong(MarketKeys.CALM_MS),
                MATURITY);
    }

    private static PegRules peg(BallastConfig config) {
        return new PegRules(
                config.getDouble(MarketKeys.DEPEG_BPS) * BPS,
                config.getDouble(MarketKeys.REPEG_BPS) * BPS,
                config.getLong(MarketKeys.DEPEG_HOLD_MS));
    }

    private static MergeRules merge(BallastConfig config) {
        long staleAfterMs = config.getLong(MarketKeys.STALE_MS);
        Map<String, SourceTerms> named = new LinkedHashMap<>();
        NamedValues.of(config, MarketKeys.SOURCES)
                .forEach((source, terms) ->
                        named.put(source, checked(MarketKeys.SOURCES, () -> terms(terms, staleAfterMs))));
        return new MergeRules(
                new SourceTerms(1, staleAfterMs),
                named,
                config.getDouble(MarketKeys.OUTLIER_SCORE),
                config.getDouble(MarketKeys.NOISE_BPS) * BPS,
                config.getLong(MarketKeys.PERSIST_MS),
                FORGET_AFTER_MS);
    }

    /** A weight, and perhaps {@code @} and milliseconds. */
    private static SourceTerms terms(String text, long usualStaleAfterMs) {
        int at = text.indexOf('@');
        return at < 0
                ? new SourceTerms(Double.parseDouble(text), usualStaleAfterMs)
                : new SourceTerms(Double.parseDouble(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
    }

    private static <T> T checked(String key, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(key + ": " + wrong.getMessage());
        }
    }
}
