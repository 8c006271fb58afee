/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.SolidityTypes.wrap;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;

/**
 * What a pool owes the owner of a slot. Source: v3-core {@code Position.Info}.
 *
 * @param liquidity  liquidity of the slot (uint128)
 * @param feeGrowthInside0LastX128  growth inside the range when the slot was last touched, token0, modulo 2^256
 * @param feeGrowthInside1LastX128  the same of token1
 * @param tokensOwed0  raw token0 credited and not collected yet, modulo 2^128
 * @param tokensOwed1  the same of token1
 */
public record SlotState(
        BigInteger liquidity,
        BigInteger feeGrowthInside0LastX128,
        BigInteger feeGrowthInside1LastX128,
        BigInteger tokensOwed0,
        BigInteger tokensOwed1) {

    /** A slot never touched. */
    public static final SlotState EMPTY =
            new SlotState(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    public FeeGrowth feeGrowthInsideLast() {
        return new FeeGrowth(feeGrowthInside0LastX128, feeGrowthInside1LastX128);
    }

    /** What is credited and not collected yet, as of the last touch. */
    public TokenAmounts tokensOwed() {
        return new TokenAmounts(tokensOwed0, tokensOwed1);
    }

    /** Credits the fees since the last touch, as any mint or burn on the slot does. */
    SlotState touched(FeeGrowth inside) {
        SlotState credited = credited(inside.minus(feeGrowthInsideLast()).earnedBy(liquidity));
        return new SlotState(
                liquidity, inside.token0X128(), inside.token1X128(), credited.tokensOwed0, credited.tokensOwed1);
    }

    SlotState withLiquidity(BigInteger newLiquidity) {
        return new SlotState(
                newLiquidity, feeGrowthInside0LastX128, feeGrowthInside1LastX128, tokensOwed0, tokensOwed1);
    }

    /** Adds to what is owed, modulo 2^128 as the contract does. */
    SlotState credited(TokenAmounts amounts) {
        return withOwed(wrap(tokensOwed0.add(amounts.amount0()), 128), wrap(tokensOwed1.add(amounts.amount1()), 128));
    }

    SlotState withOwed(BigInteger owed0, BigInteger owed1) {
        return new SlotState(liquidity, feeGrowthInside0LastX128, feeGrowthInside1LastX128, owed0, owed1);
    }
}
