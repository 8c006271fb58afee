/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import io.ballast.risk.option.Gaussian;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Value at risk and expected shortfall of any book under a lognormal price, options before expiry among it: the book is revalued
 * in full at prices that are equally far apart in standard deviations, and its result taken for straight between them. For that result
 * both figures are exact.
 *
 * <p>Halving the distance quarters what straight lines are wrong by, so the change that this makes is three times the error that is left; it is
 * told beside the figures. A jump of the result between two prices is not seen that way.
 */
public final class RevaluedRisk {

    private static final DeviationGrid ALL = new DeviationGrid(1024);
    private static final DeviationGrid EVERY_OTHER = new DeviationGrid(512);
    private static final DeviationGrid EVERY_FOURTH = new DeviationGrid(256);
    private static final double RELATIVE_ACCURACY = 1e-12;

    private final DeviationGrid grid;
    /** By deviation. */
    private final double[] results;

    private RevaluedRisk(DeviationGrid grid, double[] results) {
        this.grid = grid;
        this.results = results;
    }

    /**
     * @param result  gain by the price at the horizon, finite at every price
     * @param price  at the horizon
     */
    public static RevaluedRisk of(DoubleUnaryOperator result, LognormalPrice price) {
        double[] results = new double[ALL.cells() + 1];
        for (int i = 0; i < results.length; i++) {
            double there = price.atDeviation(ALL.deviation(i));
            results[i] = result.applyAsDouble(there);
            if (!Double.isFinite(results[i])) {
                throw new IllegalArgumentException(
                        "result " + results[i] + " at a price of " + there + " is not finite");
            }
        }
        return new RevaluedRisk(ALL, results);
    }

    /** @param level  such as 0.99, in (0, 1) */
    public TailRisk at(double level) {
        double least = Arrays.stream(results).min().orElseThrow();
        double most = Arrays.stream(results).max().orElseThrow();
        return new ResultLaw(this::probability, this::meanBelow, least, most, RELATIVE_ACCURACY).at(level);
    }

    /**
     * By how much either figure changes when every other price is left out, or then every other of those: a bend that the prices
     * fall around evenly shows in one of them at least. Not negative.
     *
     * @param figures  by {@link #at}
     */
    public double error(TailRisk figures) {
        TailRisk byHalf = only(EVERY_OTHER).at(figures.level());
        TailRisk byQuarter = only(EVERY_FOURTH).at(figures.level());
        return Math.max(distance(figures, byHalf), distance(byHalf, byQuarter));
    }

    private static double distance(TailRisk one, TailRisk other) {
        return Math.max(
                Math.abs(one.valueAtRisk() - other.valueAtRisk()),
                Math.abs(one.expectedShortfall() - other.expectedShortfall()));
    }

    private RevaluedRisk only(DeviationGrid coarser) {
        int step = grid.cells() / coarser.cells();
        double[] there = new double[coarser.cells() + 1];
        Arrays.setAll(there, i -> results[step * i]);
        return new RevaluedRisk(coarser, there);
    }

    /** Probability that the result is at most x. */
    private double probability(double x) {
        double sum = 0;
        for (int cell = 0; cell < grid.cells(); cell++) {
            sum += isAtMost(x, cell) ? grid.mass(cell) : isAbove(x, cell) ? 0 : massOf(crossing(x, cell));
        }
        return sum;
    }

    /** {@code E[result; result <= x]}: a line {@code r + m (z - z0)} has {@code (r - m z0) P + m (n(from) - n(to))}. */
    private double meanBelow(double x) {
        double sum = 0;
        for (int cell = 0; cell < grid.cells(); cell++) {
            if (!isAbove(x, cell)) {
                Span all = span(cell);
                Span part = isAtMost(x, cell) ? all : crossing(x, cell);
                double slope = (results[cell + 1] - results[cell]) / (all.to - all.from);
                sum += (results[cell] - slope * all.from) * massOf(part)
                        + slope * (Gaussian.density(part.from) - Gaussian.density(part.to));
            }
        }
        return sum;
    }

    /** Deviations. */
    private record Span(double from, double to) {}

    private Span span(int cell) {
        return new Span(grid.deviation(cell), grid.deviation(cell + 1));
    }

    private boolean isAtMost(double x, int cell) {
        return Math.max(results[cell], results[cell + 1]) <= x;
    }

    private boolean isAbove(double x, int cell) {
        return Math.min(results[cell], results[cell + 1]) > x;
    }

    /** Where in a cell that begins or ends above x the result is at most x. */
    private Span crossing(double x, int cell) {
        Span all = span(cell);
        double at = all.from + (all.to - all.from) * (x - results[cell]) / (results[cell + 1] - results[cell]);
        return results[cell] <= x ? new Span(all.from, at) : new Span(at, all.to);
    }

    private static double massOf(Span span) {
        return Gaussian.between(span.from, span.to);
    }
}
