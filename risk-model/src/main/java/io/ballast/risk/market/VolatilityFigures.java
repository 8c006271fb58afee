/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * How much a price moves; volatilities are annual, for a year of 365 days.
 *
 * @param ewma  exponentially weighted, jumps included; null: there are no two prices yet
 * @param maturity  how much time stands behind it, in [0, 1]
 * @param realised  from the squares of the returns of the kept bars; null, like what follows: too few bars
 * @param median  from the medians of neighbouring returns: without jumps
 * @param yangZhang  from open, high, low and close
 * @param jumpShare  part of the realised variance that is jumps, in [0, 1]; null: the price did not move
 * @param jump  the price is jumping: the move since the last bar is no usual one
 */
public record VolatilityFigures(
        Double ewma,
        double maturity,
        Double realised,
        Double median,
        Double yangZhang,
        Double jumpShare,
        boolean jump) {}
