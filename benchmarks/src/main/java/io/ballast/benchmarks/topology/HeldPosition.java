/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.topology;

import io.ballast.benchmarks.workload.MeasuredPool;
import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.schema.PositionEvent;
import java.io.Serializable;

/**
 * What those who revalue each position keep of it.
 *
 * @param deposit0  raw token0 put in
 * @param deposit1  raw token1 put in
 */
public record HeldPosition(
        String id, double liquidity, double sqrtLower, double sqrtUpper, double deposit0, double deposit1)
        implements Serializable {

    private static final double ONE_0 = Math.pow(10, MeasuredPool.DECIMALS_0);
    private static final double ONE_1 = Math.pow(10, MeasuredPool.DECIMALS_1);

    /** A position's figures at a price, human units. */
    public record Revalued(
            String id, double value, double hodlValue, double il, double delta0, double delta1, double gamma)
            implements Serializable {}

    public static HeldPosition of(PositionEvent mint) {
        return new HeldPosition(
                id(mint),
                Double.parseDouble(mint.getLiquidityRaw()),
                Math.pow(1.0001, mint.getTickLower() / 2.0),
                Math.pow(1.0001, mint.getTickUpper() / 2.0),
                Double.parseDouble(mint.getAmount0Raw()),
                Double.parseDouble(mint.getAmount1Raw()));
    }

    public static String id(PositionEvent mint) {
        return mint.getPoolId() + "/" + mint.getOwner() + ":" + mint.getTickLower() + ":" + mint.getTickUpper();
    }

    /** @param sqrtPrice  of raw units */
    public Revalued at(double sqrtPrice) {
        ConcentratedRange range = new ConcentratedRange(liquidity, sqrtLower, sqrtUpper);
        double amount0 = range.amount0(sqrtPrice);
        double amount1 = range.amount1(sqrtPrice);
        double price = sqrtPrice * sqrtPrice;
        double value = amount0 * price + amount1;
        double hodl = deposit0 * price + deposit1;
        return new Revalued(
                id,
                value / ONE_1,
                hodl / ONE_1,
                (value - hodl) / ONE_1,
                amount0 / ONE_0,
                amount1 / ONE_1,
                range.gamma(sqrtPrice) / ONE_0 * ONE_1 / ONE_0);
    }
}
