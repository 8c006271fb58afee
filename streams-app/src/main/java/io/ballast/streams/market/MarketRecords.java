/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.market;

import io.ballast.risk.market.MarketFigures;
import io.ballast.risk.market.MergedPrice;
import io.ballast.risk.market.PegState;
import io.ballast.risk.market.SourceView;
import io.ballast.risk.market.Standing;
import io.ballast.risk.market.VolatilityFigures;
import io.ballast.schema.MarketFlag;
import io.ballast.schema.MarketPrice;
import io.ballast.schema.MarketRegime;
import io.ballast.schema.MarketSource;
import io.ballast.schema.ReferencePrice;
import io.ballast.schema.SourceStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes what is known of a market as records of the contract. */
final class MarketRecords {

    private static final double BPS = 1e4;

    private MarketRecords() {}

    /** For whoever watches the market. */
    static MarketPrice marketPrice(String pair, MarketFigures figures) {
        MergedPrice price = figures.price();
        VolatilityFigures volatility = figures.volatility();
        PegState peg = figures.peg();
        return MarketPrice.newBuilder()
                .setPair(pair)
                .setPrice(price.price())
                .setEventTime(time(price.timeMs()))
                .setObservedTime(time(price.observedMs()))
                .setOldestTime(time(price.oldestMs()))
                .setSources(price.sources().stream().map(MarketRecords::source).toList())
                .setSourcesUsed(price.count(Standing.USED))
                .setSourcesStale(stale(price))
                .setSourcesRejected(price.count(Standing.REJECTED))
                .setSpreadBps(price.spread() == null ? null : price.spread() * BPS)
                .setDispersionBps(price.dispersion() * BPS)
                .setConfidence(price.confidence())
                .setRegime(regime(figures))
                .setRegimeSince(time(figures.regime().sinceMs()))
                .setVolatility(volatility.ewma())
                .setVolatilityMaturity(volatility.maturity())
                .setRealisedVolatility(volatility.realised())
                .setMedianVolatility(volatility.median())
                .setYangZhangVolatility(volatility.yangZhang())
                .setJumpShare(volatility.jumpShare())
                .setJump(volatility.jump())
                .setDepegged(peg == null ? null : peg.lost())
                .setDepeggedSince(peg == null ? null : time(peg.sinceMs()))
                .setFlags(flags(figures))
                .setSimulated(price.simulated())
                .build();
    }

    /** For the pool books. */
    static ReferencePrice referencePrice(String pair, MarketFigures figures) {
        MergedPrice price = figures.price();
        return ReferencePrice.newBuilder()
                .setInstrumentId(MarketNames.MERGED + pair)
                .setPair(pair)
                .setPrice(price.price())
                .setEventTime(time(price.timeMs()))
                .setObservedTime(time(price.observedMs()))
                .setSources(price.sources().size())
                .setSourcesUsed(price.count(Standing.USED))
                .setSourcesStale(stale(price))
                .setSourcesRejected(price.count(Standing.REJECTED))
                .setSpread(price.spread())
                .setConfidence(price.confidence())
                .setRegime(regime(figures))
                .setVolatility(figures.volatility().ewma())
                .setDepegged(figures.depegged())
                .setFlags(flags(figures))
                .setSimulated(price.simulated())
                .build();
    }

    private static MarketSource source(SourceView source) {
        return MarketSource.newBuilder()
                .setSource(source.source())
                .setPrice(source.seen().price())
                .setEventTime(time(source.seen().timeMs()))
                .setWeight(source.weight())
                .setStanding(SourceStanding.valueOf(source.standing().name()))
                .setDeviationBps(source.deviation() * BPS)
                .build();
    }

    private static int stale(MergedPrice price) {
        return price.count(Standing.STALE) + price.count(Standing.AHEAD);
    }

    private static MarketRegime regime(MarketFigures figures) {
        return MarketRegime.valueOf(figures.regime().regime().name());
    }

    /** In the order of their declaration, so that equal figures make equal records. */
    private static List<MarketFlag> flags(MarketFigures figures) {
        List<MarketFlag> flags = new ArrayList<>();
        figures.price().doubts().stream().sorted().forEach(doubt -> flags.add(MarketFlag.valueOf(doubt.name())));
        if (figures.depegged()) {
            flags.add(MarketFlag.DEPEGGED);
        }
        return flags;
    }

    private static Instant time(long timeMs) {
        return Instant.ofEpochMilli(timeMs);
    }

    private static Instant time(Long timeMs) {
        return timeMs == null ? null : Instant.ofEpochMilli(timeMs);
    }
}
