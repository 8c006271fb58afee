/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.loss.Domain;
import java.util.Map;

/**
 * Figures of a position, or of a group of positions in one pool, in human units; money in token1. What is not known is null.
 *
 * @param isOpen  false: nothing is in there any more, only rolling losses count
 * @param value  worth of the principal
 * @param valueInRange  the part of it whose liquidity is in range
 * @param unfinalisedValue  the part of it that rests on blocks which may still be dropped
 * @param hodl  worth of the basket measured against
 * @param il  value less hodl plus what withdrawals have fixed; negative is a loss
 * @param fees  earned since entry; not negative
 * @param lvr  loss versus rebalancing since entry; positive is a loss
 * @param markout  the same against the market's price; negative is a gain
 * @param delta0  token0 that the principal stands for
 * @param delta1  token1 likewise
 * @param hodl0  token0 of the basket
 * @param hodl1  token1 of the basket
 * @param gamma  change of delta0 by price: token0 per (token1 per token0), not positive
 * @param price  token1 per token0
 * @param rollingLosses  loss over each window, by its length in seconds
 */
public record PartFigures(
        boolean isOpen,
        double value,
        Double valueInRange,
        Double unfinalisedValue,
        double hodl,
        double il,
        Double fees,
        Double lvr,
        Double markout,
        double delta0,
        double delta1,
        double hodl0,
        double hodl1,
        double gamma,
        double price,
        Map<Long, RollingLoss> rollingLosses) {

    public PartFigures {
        Domain.requirePositive("price", price);
        rollingLosses = Map.copyOf(rollingLosses);
    }

    /** Gamma times P^2 / 100: by how much the worth of delta0 changes for a price higher by 1 %; token1. */
    public double gammaCash() {
        return gamma * price * price / 100;
    }
}
