/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.market.BarState;
import io.ballast.risk.market.MarketState;
import io.ballast.risk.market.Observation;
import io.ballast.risk.market.PairState;
import io.ballast.risk.market.PegState;
import io.ballast.risk.market.Regime;
import io.ballast.risk.market.RegimeState;
import io.ballast.risk.market.SaidPrice;
import io.ballast.risk.market.SourceState;
import io.ballast.risk.volatility.EwmaVariance;
import io.ballast.risk.volatility.PriceBar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is remembered of a market, as a row and back. */
final class MarketRows {

    private MarketRows() {}

    static MarketRow row(MarketState state) {
        PairState pair = state.pair();
        BarState bars = state.bars();
        return new MarketRow(
                pair.clockMs(),
                sources(pair.sources()),
                pair.last() == null ? null : last(pair.last()),
                pair.disputeSinceMs(),
                bars.closed().stream().map(MarketRows::bar).toList(),
                bars.open() == null ? null : bar(bars.open()),
                bars.openSinceMs(),
                bars.latestMs(),
                state.closes() == null ? null : ewma(state.closes()),
                new RegimeRow(
                        state.regime().regime().name(),
                        state.regime().sinceMs(),
                        state.regime().calmerSinceMs()),
                state.peg() == null ? null : peg(state.peg()),
                state.said() == null ? null : said(state.said()));
    }

    static MarketState state(MarketRow row) {
        return new MarketState(
                new PairState(
                        row.getClockMs(),
                        sources(row.getSources()),
                        row.getLast() == null ? null : last(row.getLast()),
                        row.getDisputeSinceMs()),
                new BarState(
                        row.getClosed().stream().map(MarketRows::bar).toList(),
                        row.getOpen() == null ? null : bar(row.getOpen()),
                        row.getOpenSinceMs(),
                        row.getLatestMs()),
                row.getCloses() == null ? null : ewma(row.getCloses()),
                new RegimeState(
                        Regime.valueOf(row.getRegime().getRegime()),
                        row.getRegime().getSinceMs(),
                        row.getRegime().getCalmerSinceMs()),
                row.getPeg() == null ? null : peg(row.getPeg()),
                row.getSaid() == null ? null : said(row.getSaid()));
    }

    private static List<MarketSourceRow> sources(Map<String, SourceState> sources) {
        List<MarketSourceRow> rows = new ArrayList<>();
        new TreeMap<>(sources).forEach((source, state) -> {
            Observation seen = state.seen();
            rows.add(new MarketSourceRow(
                    source, seen.price(), seen.spread(), seen.timeMs(), state.arrivedMs(), seen.simulated()));
        });
        return rows;
    }

    private static Map<String, SourceState> sources(List<MarketSourceRow> rows) {
        Map<String, SourceState> sources = new TreeMap<>();
        for (MarketSourceRow row : rows) {
            Observation seen = new Observation(row.getPrice(), row.getSpread(), row.getTimeMs(), row.getSimulated());
            sources.put(row.getSource(), new SourceState(seen, row.getArrivedMs()));
        }
        return sources;
    }

    private static LastPriceRow last(PairState.LastPrice last) {
        return new LastPriceRow(
                last.price(), last.observedMs(), last.oldestMs(), last.spread(), last.confidence(), last.simulated());
    }

    private static PairState.LastPrice last(LastPriceRow row) {
        return new PairState.LastPrice(
                row.getPrice(),
                row.getObservedMs(),
                row.getOldestMs(),
                row.getSpread(),
                row.getConfidence(),
                row.getSimulated());
    }

    private static PriceBarRow bar(PriceBar bar) {
        return new PriceBarRow(bar.open(), bar.high(), bar.low(), bar.close());
    }

    private static PriceBar bar(PriceBarRow row) {
        return new PriceBar(row.getOpen(), row.getHigh(), row.getLow(), row.getClose());
    }

    private static EwmaRow ewma(EwmaVariance closes) {
        return new EwmaRow(
                closes.timeConstant().toMillis(),
                closes.squares(),
                closes.timeMs(),
                closes.previousMs(),
                closes.previousPrice(),
                closes.latestMs(),
                closes.latestPrice());
    }

    private static EwmaVariance ewma(EwmaRow row) {
        return new EwmaVariance(
                Duration.ofMillis(row.getTimeConstantMs()),
                row.getSquares(),
                row.getTimeMs(),
                row.getPreviousMs(),
                row.getPreviousPrice(),
                row.getLatestMs(),
                row.getLatestPrice());
    }

    private static PegRow peg(PegState peg) {
        return new PegRow(peg.lost(), peg.sinceMs(), peg.crossingSinceMs());
    }

    private static PegState peg(PegRow row) {
        return new PegState(row.getLost(), row.getSinceMs(), row.getCrossingSinceMs());
    }

    private static SaidPriceRow said(SaidPrice said) {
        return new SaidPriceRow(said.price(), said.timeMs(), said.condition());
    }

    private static SaidPrice said(SaidPriceRow row) {
        return new SaidPrice(row.getPrice(), row.getTimeMs(), row.getCondition());
    }
}
