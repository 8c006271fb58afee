/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.scenario.KupiecTest;
import io.ballast.risk.scenario.LognormalPrice;
import io.ballast.risk.scenario.LognormalRisk;
import io.ballast.risk.scenario.QuadraticBook;
import io.ballast.risk.volatility.EwmaVariance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Puts value at risk to the test. At the end of each hour it is worked out an hour ahead, as scenarios do it, for the book as it is then:
 * with the volatility of the minutes seen so far, exponentially weighted over a day. The loss set against it is that of the same book by
 * the price at the end of the next hour: what was traded, earned and paid in between is none of the model's business and would blur
 * the test. The first day of volatility, and hours of which nothing was said, are left out.
 */
public final class RiskBacktest {

    private static final Duration TIME_CONSTANT = Duration.ofDays(1);
    private static final double A_DAY_OF_TIME = 1 - Math.exp(-1);
    private static final double HOURS_A_YEAR = 365 * 24;
    private static final double[] LEVELS = {0.95, 0.99};

    private final QuadraticBook pool;
    private final List<BacktestPoint> points;
    private final double[] volatilities;

    private RiskBacktest(QuadraticBook pool, List<BacktestPoint> points, double[] volatilities) {
        this.pool = pool;
        this.points = points;
        this.volatilities = volatilities;
    }

    /**
     * @param pool  worth of the position in money by the price of a coin
     * @param minutes  that were followed
     * @param followed  what came of it
     * @return the pool alone and hedged, at 95 and 99 %; empty: no hour could be looked at
     */
    public static List<RiskTest> run(QuadraticBook pool, List<PoolMinute> minutes, BacktestResult followed) {
        RiskBacktest backtest = new RiskBacktest(pool, followed.points(), volatilities(minutes, followed.points()));
        List<RiskTest> tests = new ArrayList<>();
        for (boolean hedged : new boolean[] {false, true}) {
            for (double level : LEVELS) {
                backtest.add(tests, hedged, level);
            }
        }
        return tests;
    }

    /** Annual, at each point; 0: not known yet. */
    private static double[] volatilities(List<PoolMinute> minutes, List<BacktestPoint> points) {
        double[] volatilities = new double[points.size()];
        Iterator<PoolMinute> later = minutes.iterator();
        PoolMinute first = later.next();
        EwmaVariance variance = EwmaVariance.startingAt(TIME_CONSTANT, ms(first.timeMicros()), first.price());
        PoolMinute next = later.hasNext() ? later.next() : null;
        for (int i = 0; i < volatilities.length; i++) {
            while (next != null && next.timeMicros() <= points.get(i).timeMicros()) {
                variance = variance.after(ms(next.timeMicros()), next.price());
                next = later.hasNext() ? later.next() : null;
            }
            OptionalDouble known = variance.annualVolatility();
            volatilities[i] = variance.maturity() >= A_DAY_OF_TIME ? known.orElse(0) : 0;
        }
        return volatilities;
    }

    private static long ms(long micros) {
        return Math.floorDiv(micros, 1000);
    }

    private void add(List<RiskTest> tests, boolean hedged, double level) {
        int hours = 0;
        int exceeded = 0;
        for (int i = 0; i + 1 < points.size(); i++) {
            if (volatilities[i] > 0
                    && points.get(i + 1).timeMicros() > points.get(i).timeMicros()) {
                hours++;
                exceeded += isExceeded(i, hedged, level) ? 1 : 0;
            }
        }
        if (hours > 0) {
            tests.add(new RiskTest(hedged, level, new KupiecTest(hours, exceeded, 1 - level)));
        }
    }

    private boolean isExceeded(int hour, boolean hedged, double level) {
        BacktestPoint now = points.get(hour);
        QuadraticBook book = hedged ? pool.plusHolding(now.held(), 0) : pool;
        QuadraticBook result = book.resultSince(now.price());
        LognormalPrice then = new LognormalPrice(now.price(), volatilities[hour], 1 / HOURS_A_YEAR);
        double loss = -result.value(points.get(hour + 1).price());
        return loss > new LognormalRisk(result, then).at(level).valueAtRisk();
    }
}
