/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.schema.PoolToken;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.MarketKeys;
import io.ballast.streams.market.MarketInstrument;
import io.ballast.streams.market.MarketNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which merged price stands for what a token names as its price source.
 *
 * @param names  which pair an instrument is a source of
 * @param preferMerged  false: an instrument that is named is the source
 * @param mostBehind  so much may a merged price be older than what the instrument said last; more: it is not kept up to date
 * @param tolerance  a price that moved by no more than this fraction is no reason to look at pools anew
 */
public record PriceSources(MarketNames names, boolean preferMerged, Duration mostBehind, double tolerance) {

    private static final double BPS = 1e-4;

    static PriceSources of(BallastConfig config) {
        return new PriceSources(
                MarketNames.of(config),
                config.getBoolean(MarketKeys.PREFER_MERGED),
                config.millis(MarketKeys.STALE_MS),
                config.getDouble(MarketKeys.TOLERANCE_BPS) * BPS);
    }

    /** Id of the merged price of an instrument's pair in USD. */
    Optional<String> merged(String instrument) {
        return preferMerged ? pairInUsd(instrument) : Optional.empty();
    }

    /** Id of the merged price of a token, whether it is to be priced by it or not. */
    Optional<String> market(PoolToken token) {
        String source = token.getPriceSource();
        if (source == null) {
            return Optional.empty();
        }
        return source.equals(ReferencePrices.PAR_SOURCE) ? ofParAsset(token.getSymbol()) : pairInUsd(source);
    }

    /** Id of the merged price of an asset that is taken at par. */
    Optional<String> ofParAsset(String symbol) {
        return Optional.ofNullable(symbol)
                .map(names::asset)
                .filter(names.par()::contains)
                .flatMap(asset -> pairInUsd(MarketNames.MERGED + asset + "-USD"));
    }

    /** True if a price has moved enough to look at pools anew. */
    boolean hasMoved(Double before, double now) {
        return before == null || Math.abs(now / before - 1) > tolerance;
    }

    boolean isBehind(Instant merged, Instant instrument) {
        return Duration.between(merged, instrument).compareTo(mostBehind) > 0;
    }

    private Optional<String> pairInUsd(String instrument) {
        return names.of(instrument).filter(MarketInstrument::isInUsd).map(pair -> MarketNames.MERGED + pair.pair());
    }
}
