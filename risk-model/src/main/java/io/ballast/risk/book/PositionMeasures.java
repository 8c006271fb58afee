/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/**
 * A position's figures in human units; money in token1.
 *
 * @param price  token1 per token0
 * @param value  worth of the principal
 * @param hodl0  token0 of the cost basis; never negative
 * @param hodl1  token1 of the cost basis; never negative
 * @param hodlValue  worth of the cost basis
 * @param il  value - hodlValue of what is still in; negative is a loss
 * @param ilFraction  il / hodlValue; null when hodlValue is 0
 * @param realisedIl  loss fixed by withdrawals; negative is a loss
 * @param delta0  token0 in the principal, which is the derivative of value by price
 * @param delta1  token1 in the principal
 * @param gamma  derivative of delta0 by price; never positive; 0 at both ends of a range and outside
 * @param fees0  fees earned since entry in token0
 * @param fees1  fees earned since entry in token1
 * @param feesCollected0  of these, paid out
 * @param feesCollected1  of these, paid out
 * @param feesValue  fees earned, at this price
 * @param losses  loss versus rebalancing and markout since entry, and losses over windows; null
 *     until they are put in with {@link #with}
 */
public record PositionMeasures(
        double price,
        double value,
        double hodl0,
        double hodl1,
        double hodlValue,
        double il,
        Double ilFraction,
        double realisedIl,
        double delta0,
        double delta1,
        double gamma,
        double fees0,
        double fees1,
        double feesCollected0,
        double feesCollected1,
        double feesValue,
        LossFigures losses) {
    /** With losses step by step. */
    public PositionMeasures with(LossFigures found) {
        return new PositionMeasures(
                price,
                value,
                hodl0,
                hodl1,
                hodlValue,
                il,
                ilFraction,
                realisedIl,
                delta0,
                delta1,
                gamma,
                fees0,
                fees1,
                feesCollected0,
                feesCollected1,
                feesValue,
                found);
    }
}
