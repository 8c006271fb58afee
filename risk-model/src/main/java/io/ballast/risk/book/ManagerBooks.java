/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.SlotState;
import java.math.BigInteger;

/**
 * What a position manager keeps of one NFT (v3-periphery NonfungiblePositionManager, {@code struct Position}).
 *
 * @param liquidity  of this NFT alone (uint128)
 * @param feeGrowthInside0LastX128  the slot's when it was last settled, modulo 2^256
 * @param feeGrowthInside1LastX128  likewise
 * @param tokensOwed0  settled fees and withdrawn principal, not collected, modulo 2^128
 * @param tokensOwed1  likewise
 */
public record ManagerBooks(
        BigInteger liquidity,
        BigInteger feeGrowthInside0LastX128,
        BigInteger feeGrowthInside1LastX128,
        BigInteger tokensOwed0,
        BigInteger tokensOwed1) {

    public static final ManagerBooks NONE =
            new ManagerBooks(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    private static final BigInteger UINT128_MASK = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    /** Credits the fees since the last settlement, up to the slot's own last one. */
    ManagerBooks settled(SlotState slot) {
        TokenAmounts owed = owed(slot.feeGrowthInsideLast());
        return new ManagerBooks(
                liquidity,
                slot.feeGrowthInside0LastX128(),
                slot.feeGrowthInside1LastX128(),
                owed.amount0(),
                owed.amount1());
    }

    /** What is owed when the growth inside the range is that. */
    TokenAmounts owed(FeeGrowth inside) {
        FeeGrowth last = new FeeGrowth(feeGrowthInside0LastX128, feeGrowthInside1LastX128);
        TokenAmounts earned = inside.minus(last).earnedBy(liquidity);
        return new TokenAmounts(
                tokensOwed0.add(earned.amount0()).and(UINT128_MASK),
                tokensOwed1.add(earned.amount1()).and(UINT128_MASK));
    }

    ManagerBooks withLiquidity(BigInteger changed) {
        return new ManagerBooks(changed, feeGrowthInside0LastX128, feeGrowthInside1LastX128, tokensOwed0, tokensOwed1);
    }

    /** Credits withdrawn principal. */
    ManagerBooks credited(BigInteger amount0, BigInteger amount1) {
        return withOwed(
                tokensOwed0.add(amount0).and(UINT128_MASK),
                tokensOwed1.add(amount1).and(UINT128_MASK));
    }

    ManagerBooks withOwed(BigInteger owed0, BigInteger owed1) {
        return new ManagerBooks(liquidity, feeGrowthInside0LastX128, feeGrowthInside1LastX128, owed0, owed1);
    }
}
