/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import io.ballast.cli.backtest.Backtest.Outcome;
import io.ballast.risk.backtest.BacktestPoint;
import java.util.Collection;

/** From where to where an axis of results goes, zero included, and its steps. */
record ValueScale(double low, double high, double step) {
    private static final double MOST_STEPS = 6;

    static ValueScale of(Collection<Outcome> outcomes) {
        double low = 0;
        double high = 0;
        for (Outcome outcome : outcomes) {
            for (BacktestPoint point : outcome.result().points()) {
                low = Math.min(low, Math.min(point.unhedged(), point.hedged()));
                high = Math.max(high, Math.max(point.unhedged(), point.hedged()));
            }
        }
        double step = step(Math.max(high - low, 1));
        return new ValueScale(Math.floor(low / step) * step, Math.max(step, Math.ceil(high / step) * step), step);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double span) {
        double power = Math.pow(10, Math.floor(Math.log10(span / MOST_STEPS)));
        for (double factor : new double[] {1, 2, 5}) {
            if (span / (factor * power) <= MOST_STEPS) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
