/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import io.ballast.risk.aggregate.GroupTotals;
import io.ballast.risk.loss.Domain;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A group of concentrated positions, however many, at any price in O(log boundaries); see {@link GroupTotals}. Reads the group
 * as it is when asked.
 *
 * @param decimals0  of token0
 * @param decimals1  of token1
 */
public record GroupLeg(GroupTotals group, int decimals0, int decimals1, String asset0, String asset1)
        implements BookLeg {

    private static final BigDecimal Q192 = new BigDecimal(BigInteger.ONE.shiftLeft(192));

    @Override
    public double value(Market market) {
        double price1 = market.price(asset1);
        BigInteger sqrtPriceX96 = sqrtPriceX96(market.price(asset0) / price1);
        return group.at(sqrtPriceX96).inHumanUnits(decimals0, decimals1).value() * price1;
    }

    private BigInteger sqrtPriceX96(double price) {
        Domain.requirePositive("price of " + asset0 + " in " + asset1, price);
        return new BigDecimal(price)
                .scaleByPowerOfTen(decimals1 - decimals0)
                .multiply(Q192)
                .toBigInteger()
                .sqrt();
    }
}
