/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.constantproduct;

import java.math.BigInteger;

/**
 * A constant-product pair as a whole, raw units. Source: v2-core {@code UniswapV2Pair} storage.
 *
 * @param reserve0  token0 that the pair trades with (uint112)
 * @param reserve1  the same of token1
 * @param balance0  token0 that the pair really has: donations count before the next sync
 * @param balance1  the same of token1
 * @param totalSupply  LP tokens
 * @param kLast  reserve0 * reserve1 after the last mint or burn; zero: none yet, or no protocol fee
 * @param protocolFeeOn  the protocol takes its sixth of the fees
 * @param followedFromStart  the very first LP tokens were seen: supply and all holders are known
 */
public record ConstantProductState(
        BigInteger reserve0,
        BigInteger reserve1,
        BigInteger balance0,
        BigInteger balance1,
        BigInteger totalSupply,
        BigInteger kLast,
        boolean protocolFeeOn,
        boolean followedFromStart) {

    /** A pair of which nothing was seen. */
    static ConstantProductState unseen(boolean protocolFeeOn) {
        return new ConstantProductState(
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                protocolFeeOn,
                false);
    }

    /** LP tokens there would be after the protocol's fee is minted, which every mint and burn does first. */
    public BigInteger totalSupplyWithFee() {
        return protocolFeeOn
                ? totalSupply.add(ConstantProductMath.feeLiquidity(reserve0, reserve1, kLast, totalSupply))
                : totalSupply;
    }

    ConstantProductState synced(BigInteger newReserve0, BigInteger newReserve1) {
        return new ConstantProductState(
                newReserve0,
                newReserve1,
                newReserve0,
                newReserve1,
                totalSupply,
                kLast,
                protocolFeeOn,
                followedFromStart);
    }

    ConstantProductState withBalances(BigInteger newBalance0, BigInteger newBalance1) {
        return new ConstantProductState(
                reserve0, reserve1, newBalance0, newBalance1, totalSupply, kLast, protocolFeeOn, followedFromStart);
    }

    ConstantProductState withTotalSupply(BigInteger newTotalSupply) {
        return new ConstantProductState(
                reserve0, reserve1, balance0, balance1, newTotalSupply, kLast, protocolFeeOn, followedFromStart);
    }

    ConstantProductState withKLast(BigInteger newKLast) {
        return new ConstantProductState(
                reserve0, reserve1, balance0, balance1, totalSupply, newKLast, protocolFeeOn, followedFromStart);
    }

    ConstantProductState asFollowedFromStart() {
        return new ConstantProductState(
                reserve0, reserve1, balance0, balance1, totalSupply, kLast, protocolFeeOn, true);
    }
}
