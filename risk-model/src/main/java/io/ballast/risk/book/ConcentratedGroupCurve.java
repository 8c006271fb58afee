/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.aggregate.GroupTotals;
import io.ballast.risk.aggregate.LiquidityStep;
import io.ballast.risk.loss.Domain;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Positions of a concentrated pool: exact integers, so that the copy has the group's own figures to the last digit.
 *
 * @param steps  how liquidity changes, ticks ascending
 * @param hodl0X64  token0 of the basket that they are measured against, raw times 2^64
 * @param hodl1X64  token1 of it
 * @param realisedIlX64  loss that withdrawals have fixed, raw token1 times 2^64; negative is a loss
 */
public record ConcentratedGroupCurve(
        int positions,
        List<LiquidityStep> steps,
        BigInteger hodl0X64,
        BigInteger hodl1X64,
        BigInteger realisedIlX64,
        int decimals0,
        int decimals1)
        implements GroupCurve {

    private static final BigDecimal Q192 = new BigDecimal(BigInteger.ONE.shiftLeft(192));

    public ConcentratedGroupCurve {
        steps = List.copyOf(steps);
    }

    /**
     * The group as it can be asked, raw units; a new one at each call.
     *
     * @throws IllegalArgumentException if no group has such steps
     */
    public GroupTotals totals() {
        return GroupTotals.ofSteps(positions, steps, hodl0X64, hodl1X64, realisedIlX64);
    }

    @Override
    public GroupFigures at(double price) {
        BigInteger sqrtPriceX96 = new BigDecimal(Domain.requirePositive("price", price))
                .scaleByPowerOfTen(decimals1 - decimals0)
                .multiply(Q192)
                .toBigInteger()
                .sqrt();
        return at(sqrtPriceX96);
    }

    /** At just this sqrt price of the pool, Q64.96. */
    public GroupFigures at(BigInteger sqrtPriceX96) {
        return totals().at(sqrtPriceX96).inHumanUnits(decimals0, decimals1);
    }

    /** Fees are not part of liquidity here. */
    @Override
    public boolean isCloseTo(GroupCurve other, double price, double tolerance) {
        return equals(other);
    }
}
