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

    /** Prices further away than this many deviations have a probability below 1e-16. */
    private static final double FARTHEST = 8.25;

    private static final int CELLS = 1024;
    private static final double RELATIVE_ACCURACY = 1e-12;

    private final double[] deviations;
    private final double[] results;
    /** Probabilities of the cells between. */
    private final double[] masses;

    private RevaluedRisk(double[] deviations, double[] results) {
        this.deviations = deviations;
        this.results = results;
        masses = new double[deviations.length - 1];
        Arrays.setAll(masses, cell -> Gaussian.between(deviations[cell], deviations[cell + 1]));
    }

    /**
     * @param result  gain by the price at the horizon, finite at every price
     * @param price  at the horizon
     */
    public static RevaluedRisk of(DoubleUnaryOperator result, LognormalPrice price) {
        double[] deviations = new double[CELLS + 1];
        double[] results = new double[CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            deviations[i] = FARTHEST * (2.0 * i / CELLS - 1);
            results[i] = result.applyAsDouble(price.atDeviation(deviations[i]));
            if (!Double.isFinite(results[i])) {
                throw new IllegalArgumentException("result " + results[i] + " at a price of "
                        + price.atDeviation(deviations[i]) + " is not finite");
            }
        }
        return new RevaluedRisk(deviations, results);
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
     */
    public double error(double level) {
        RevaluedRisk coarse = everyOther();
        TailRisk atHalf = coarse.at(level);
        return Math.max(
                distance(at(level), atHalf),
                distance(atHalf, coarse.everyOther().at(level)));
    }

    private static double distance(TailRisk one, TailRisk other) {
        return Math.max(
                Math.abs(one.valueAtRisk() - other.valueAtRisk()),
                Math.abs(one.expectedShortfall() - other.expectedShortfall()));
    }

    private RevaluedRisk everyOther() {
        double[] fewer = new double[results.length / 2 + 1];
        double[] there = new double[fewer.length];
        for (int i = 0; i < fewer.length; i++) {
            fewer[i] = deviations[2 * i];
            there[i] = results[2 * i];
        }
        return new RevaluedRisk(fewer, there);
    }

    /** Probability that the result is at most x. */
    private double probability(double x) {
        double sum = 0;
        for (int cell = 0; cell < masses.length; cell++) {
            sum += isAtMost(x, cell) ? masses[cell] : isAbove(x, cell) ? 0 : massOf(crossing(x, cell));
        }
        return sum;
    }

    /** {@code E[result; result <= x]}: a line {@code r + m (z - z0)} has {@code (r - m z0) P + m (n(from) - n(to))}. */
    private double meanBelow(double x) {
        double sum = 0;
        for (int cell = 0; cell < masses.length; cell++) {
            if (!isAbove(x, cell)) {
                Span part = isAtMost(x, cell) ? new Span(deviations[cell], deviations[cell + 1]) : crossing(x, cell);
                double slope = (results[cell + 1] - results[cell]) / (deviations[cell + 1] - deviations[cell]);
                sum += (results[cell] - slope * deviations[cell]) * massOf(part)
                        + slope * (Gaussian.density(part.from) - Gaussian.density(part.to));
            }
        }
        return sum;
    }

    /** Deviations. */
    private record Span(double from, double to) {}

    private boolean isAtMost(double x, int cell) {
        return Math.max(results[cell], results[cell + 1]) <= x;
    }

    private boolean isAbove(double x, int cell) {
        return Math.min(results[cell], results[cell + 1]) > x;
    }

    /** Where in a cell that begins or ends above x the result is at most x. */
    private Span crossing(double x, int cell) {
        double from = deviations[cell];
        double to = deviations[cell + 1];
        double at = from + (to - from) * (x - results[cell]) / (results[cell + 1] - results[cell]);
        return results[cell] <= x ? new Span(from, at) : new Span(at, to);
    }

    private static double massOf(Span span) {
        return Gaussian.between(span.from, span.to);
    }
}
