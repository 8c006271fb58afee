/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

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

    public static final ManagerBooks NONE = new ManagerBooks(
            BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
}
