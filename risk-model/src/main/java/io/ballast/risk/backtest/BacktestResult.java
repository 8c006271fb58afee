/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.portfolio.HedgeEffectiveness;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/**
 * What came out of following.
 *
 * @param firstHour  hours since 1970 of the hour in which it began
 * @param points  at the start without a hedge, then at the end of each hour; the last may be in the middle of one
 */
public record BacktestResult(FollowerRule rule, long firstHour, List<BacktestPoint> points) {

    public BacktestResult {
        points = List.copyOf(points);
    }

    /** Everything together. */
    public BacktestPoint end() {
        return points.get(points.size() - 1);
    }

    /** Largest distance of result and identity at any point, in money: rounding, or something is wrong. */
    public double worstGap() {
        return points.stream()
                .mapToDouble(point -> Math.abs(point.hedged() - point.explained()))
                .max()
                .orElse(0);
    }

    /** By how much a sum changed in each hour. */
    public double[] changes(ToDoubleFunction<BacktestPoint> sum) {
        double[] changes = new double[points.size() - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = sum.applyAsDouble(points.get(i + 1)) - sum.applyAsDouble(points.get(i));
        }
        return changes;
    }

    /** Variance of the hourly changes, de-meaned, money squared; null: fewer than two hours. */
    public Double variance(ToDoubleFunction<BacktestPoint> sum) {
        double[] changes = changes(sum);
        return changes.length < 2 ? null : Double.valueOf(new Variance().evaluate(changes));
    }

    /** 1 - hedged / unhedged variance of hourly changes; null: nothing varies. */
    public Double reduction() {
        return points.size() < 3
                ? null
                : HedgeEffectiveness.of(
                        changes(BacktestPoint::unhedged),
                        changes(point -> point.account().total().toDouble()));
    }

    /**
     * The part of the hedged variance that a sum stands for: Cov(sum, hedged) / Var(hedged). Those of all terms of the identity
     * add up to 1.
     */
    public Double share(ToDoubleFunction<BacktestPoint> sum) {
        Double all = variance(BacktestPoint::hedged);
        if (all == null || all == 0) {
            return null;
        }
        Double own = variance(sum);
        Double both = variance(point -> point.hedged() + sum.applyAsDouble(point));
        return (both - all - own) / (2 * all);
    }
}
