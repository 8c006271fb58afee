/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.volatility.Annual;
import io.ballast.risk.volatility.EwmaVariance;
import io.ballast.risk.volatility.JumpSplit;
import io.ballast.risk.volatility.PriceBar;
import io.ballast.risk.volatility.YangZhang;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much the price of one pair moves. Measured on the closes of bars, and the last price: a price that bounces between bid and
 * ask a hundred times a second has not moved. Mutable and single-threaded.
 */
public final class PairVolatility {

    private static final double MS_A_YEAR = Duration.ofDays(365).toMillis();

    private final VolatilityRules rules;
    private final BarSeries bars;
    private EwmaVariance closes;
    private double latestPrice;
    private long latestMs;
    /** Of the closed bars; null: to be found out. */
    private VolatilityFigures ofBars;

    public PairVolatility(VolatilityRules rules) {
        this(rules, BarState.EMPTY, null);
    }

    /**
     * Takes up where another was.
     *
     * @param closes  variance of the closes; null: no price yet
     */
    public PairVolatility(VolatilityRules rules, BarState state, EwmaVariance closes) {
        this.rules = rules;
        this.closes = closes;
        bars = new BarSeries(rules, state);
        if (state.open() != null) {
            latestPrice = state.open().close();
            latestMs = state.latestMs();
        }
    }

    public BarState bars() {
        return bars.state(latestMs);
    }

    /** Null: no price yet. */
    public EwmaVariance closes() {
        return closes;
    }

    /** Takes in the price of a time; one before the bar of the latest is left out. */
    public void add(long timeMs, double price) {
        if (closes == null) {
            closes = EwmaVariance.startingAt(Duration.ofMillis(rules.timeConstantMs()), timeMs, price);
        } else if (timeMs < bars.openSinceMs()) {
            return;
        }
        int closedNow = bars.add(timeMs, price);
        ofBars = closedNow > 0 || bars.closedCount() == 0 ? null : ofBars;
        closeBars(closedNow);
        latestMs = timeMs;
        latestPrice = price;
    }

    private void closeBars(int count) {
        for (int back = count - 1; back >= 0; back--) {
            long endMs = bars.openSinceMs() - back * rules.barMs();
            if (endMs >= closes.latestMs()) {
                closes = closes.after(endMs, closeBefore(back));
            }
        }
    }

    private double closeBefore(int back) {
        List<PriceBar> closed = bars.closed();
        return closed.get(closed.size() - 1 - back).close();
    }

    /**
     * What is usual: standard deviation of the log price in a millisecond, times the root of time, without jumps; 0 as long as
     * there are too few bars. No single price changes it much, so that a wrong one does not excuse the next.
     */
    public double usualPerRootMs() {
        Double annual = ofBarsNow().median();
        return annual == null ? 0 : annual / Math.sqrt(MS_A_YEAR);
    }

    /** As of the latest price. */
    public VolatilityFigures figures() {
        VolatilityFigures closed = ofBarsNow();
        EwmaVariance now = latestMs >= closes.latestMs() ? closes.after(latestMs, latestPrice) : closes;
        OptionalDouble ewma = now.annualVolatility();
        return new VolatilityFigures(
                ewma.isPresent() ? ewma.getAsDouble() : null,
                now.maturity(),
                closed.realised(),
                closed.median(),
                closed.yangZhang(),
                closed.jumpShare(),
                jumps());
    }

    private VolatilityFigures ofBarsNow() {
        if (ofBars == null) {
            ofBars = ofBars();
        }
        return ofBars;
    }

    private VolatilityFigures ofBars() {
        if (bars.closedCount() < VolatilityRules.FEWEST_BARS) {
            return new VolatilityFigures(null, 0, null, null, null, null, false);
        }
        JumpSplit split = split();
        Duration time = Duration.ofMillis((bars.closedCount() - 1) * rules.barMs());
        OptionalDouble share = split.jumpShareByMedian();
        return new VolatilityFigures(
                null,
                0,
                Annual.volatility(split.realised(), time),
                Annual.volatility(split.median(), time),
                Annual.volatility(
                        Math.max(0, YangZhang.variancePerBar(bars.closed())), Duration.ofMillis(rules.barMs())),
                share.isPresent() ? share.getAsDouble() : null,
                false);
    }

    private JumpSplit split() {
        double[] closePrices =
                bars.closed().stream().mapToDouble(PriceBar::close).toArray();
        return JumpSplit.of(JumpSplit.logReturns(closePrices));
    }

    /** The move since the last bar, against what is usual without jumps. */
    private boolean jumps() {
        if (ofBars.median() == null) {
            return false;
        }
        double usual = ofBars.median() * Math.sqrt(rules.barMs() / MS_A_YEAR);
        double move = Math.abs(Math.log(latestPrice / bars.lastClose()));
        return move > rules.jumpScore() * Math.max(usual, rules.noise());
    }
}
