/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

/**
 * Worth and risk of a group at one price, in raw units of the pool's tokens or, after {@link #inHumanUnits}, in whole tokens.
 *
 * @param count  number of positions
 * @param value  worth of what the positions stand for, in token1, without fees
 * @param hodl  worth of the basket they are measured against, in token1
 * @param il  value less hodl; negative is a loss
 * @param ilFraction  il as a part of hodl; null when hodl is nothing
 * @param realisedIl  loss that withdrawals have fixed, in token1; not part of il
 * @param delta0  change of value by the price of token0, which is the amount of token0
 * @param delta1  the same for token1
 * @param hodl0  token0 of the basket
 * @param hodl1  token1 of the basket
 * @param gamma  change of delta0 by price, token0 per (token1 per token0), never positive; a range has it from its lower
 *     price on to just below its upper price
 */
public record GroupFigures(
        int count,
        double value,
        double hodl,
        double il,
        Double ilFraction,
        double realisedIl,
        double delta0,
        double delta1,
        double hodl0,
        double hodl1,
        double gamma) {

    /** From raw units to whole tokens; call it once only. */
    public GroupFigures inHumanUnits(int decimals0, int decimals1) {
        double one0 = Math.pow(10, decimals0);
        double one1 = Math.pow(10, decimals1);
        return new GroupFigures(
                count,
                value / one1,
                hodl / one1,
                il / one1,
                ilFraction,
                realisedIl / one1,
                delta0 / one0,
                delta1 / one1,
                hodl0 / one0,
                hodl1 / one1,
                gamma / one0 * one1 / one0);
    }
}
