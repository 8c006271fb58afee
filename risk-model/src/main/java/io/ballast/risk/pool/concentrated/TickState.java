/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import java.math.BigInteger;

/**
 * One initialised tick. Source: v3-core {@code Tick.Info}.
 *
 * @param liquidityGross  liquidity of all slots that begin or end here (uint128), never zero in a stored tick
 * @param liquidityNet  added to the liquidity in range when the price goes up through the tick (int128)
 * @param feeGrowthOutside0X128  growth in token0 on the other side of the tick from the pool's tick, modulo 2^256
 * @param feeGrowthOutside1X128  the same in token1
 */
public record TickState(
        BigInteger liquidityGross,
        BigInteger liquidityNet,
        BigInteger feeGrowthOutside0X128,
        BigInteger feeGrowthOutside1X128) {

    /** A tick that no slot uses. */
    public static final TickState EMPTY =
            new TickState(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    public FeeGrowth feeGrowthOutside() {
        return new FeeGrowth(feeGrowthOutside0X128, feeGrowthOutside1X128);
    }

    TickState withFeeGrowthOutside(FeeGrowth outside) {
        return new TickState(liquidityGross, liquidityNet, outside.token0X128(), outside.token1X128());
    }

    TickState withLiquidity(BigInteger gross, BigInteger net) {
        return new TickState(gross, net, feeGrowthOutside0X128, feeGrowthOutside1X128);
    }

    TickState crossed(FeeGrowth global) {
        return withFeeGrowthOutside(global.minus(feeGrowthOutside()));
    }
}
