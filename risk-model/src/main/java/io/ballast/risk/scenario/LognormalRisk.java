/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

/**
 * Value at risk and expected shortfall of a piecewise quadratic book under a lognormal price: exact, no simulation and no
 * delta-gamma approximation.
 *
 * <p>In each piece the result {@code A s^2 + B s + C} is at most x between or outside two roots; their lognormal masses sum to the
 * distribution function, which {@link ResultLaw} inverts. The shortfall sums the partial moments of P, sqrt(P) and 1 over the
 * same intervals. Source: formula sheet 7.
 *
 * @param result  see {@link QuadraticBook#resultSince}
 */
public record LognormalRisk(QuadraticBook result, LognormalPrice price) {

    /** Prices further away than this many deviations have a probability below 1e-32. */
    private static final double FARTHEST = 12;

    private static final double RELATIVE_ACCURACY = 1e-13;

    /** Probability that the result is at most x. */
    public double probability(double x) {
        double sum = 0;
        for (QuadraticPiece piece : result.pieces()) {
            for (double[] part : piece.atMost(x)) {
                sum += price.moment(0, part[0], part[1]);
            }
        }
        return sum;
    }

    /** @param level  such as 0.99, in (0, 1) */
    public TailRisk at(double level) {
        double[] extremes = extremes();
        return new ResultLaw(this::probability, this::meanBelow, extremes[0], extremes[1], RELATIVE_ACCURACY).at(level);
    }

    /** {@code E[result; result <= x]}. */
    private double meanBelow(double x) {
        double sum = 0;
        for (QuadraticPiece piece : result.pieces()) {
            for (double[] part : piece.atMost(x)) {
                sum += piece.a() * price.moment(1, part[0], part[1])
                        + piece.b() * price.moment(0.5, part[0], part[1])
                        + piece.c() * price.moment(0, part[0], part[1]);
            }
        }
        return sum;
    }

    /** The least and the greatest result at prices that can be told from impossible. */
    private double[] extremes() {
        double lowest = Math.sqrt(price.atDeviation(-FARTHEST));
        double highest = Math.sqrt(price.atDeviation(FARTHEST));
        double[] extremes = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (QuadraticPiece piece : result.pieces()) {
            double from = Math.max(piece.lower(), lowest);
            double to = Math.min(piece.upper(), highest);
            if (from < to) {
                widen(extremes, piece.at(from));
                widen(extremes, piece.at(to));
                double vertex = piece.a() == 0 ? from : -piece.b() / (2 * piece.a());
                widen(extremes, piece.at(Math.max(from, Math.min(to, vertex))));
            }
        }
        return extremes;
    }

    private static void widen(double[] extremes, double value) {
        extremes[0] = Math.min(extremes[0], value);
        extremes[1] = Math.max(extremes[1], value);
    }
}
