/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import static io.ballast.risk.pool.SolidityTypes.wrap;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.SlotState;
import java.math.BigInteger;

/**
 * What the position manager keeps of one NFT (v3-periphery {@code NonfungiblePositionManager}, struct {@code Position}).
 *
 * @param tokenId  from 1
 * @param pool  the pool it is in
 * @param slot  the pool's slot that holds its liquidity, shared with all NFTs of the same range
 * @param owner  who holds it
 * @param liquidity  of this NFT alone
 * @param feeGrowthInsideLast  the slot's when the NFT was last settled
 * @param tokensOwed  fees settled and principal withdrawn, not collected yet; modulo 2^128
 */
public record Nft(
        long tokenId,
        SimulatedConcentratedPool pool,
        PoolSlot slot,
        String owner,
        BigInteger liquidity,
        FeeGrowth feeGrowthInsideLast,
        TokenAmounts tokensOwed) {

    /** A new NFT, whose fees count from the slot's last settlement. */
    static Nft opened(long tokenId, SimulatedConcentratedPool pool, PoolSlot slot, String owner) {
        FeeGrowth last = pool.slot(slot.key()).feeGrowthInsideLast();
        return new Nft(tokenId, pool, slot, owner, BigInteger.ZERO, last, TokenAmounts.ZERO);
    }

    public TickRange range() {
        return slot.range();
    }

    /** True if it is worth nothing any more: only then may it be burnt. */
    public boolean isEmpty() {
        return liquidity.signum() == 0 && tokensOwed.equals(TokenAmounts.ZERO);
    }

    /** Credits the fees up to the slot's last settlement. */
    Nft settled() {
        SlotState now = pool.slot(slot.key());
        TokenAmounts earned =
                now.feeGrowthInsideLast().minus(feeGrowthInsideLast).earnedBy(liquidity);
        return new Nft(tokenId, pool, slot, owner, liquidity, now.feeGrowthInsideLast(), tokensOwed).credited(earned);
    }

    Nft credited(TokenAmounts amounts) {
        TokenAmounts sum = tokensOwed.plus(amounts);
        return withOwed(new TokenAmounts(wrap(sum.amount0(), 128), wrap(sum.amount1(), 128)));
    }

    Nft withLiquidity(BigInteger changed) {
        return new Nft(tokenId, pool, slot, owner, changed, feeGrowthInsideLast, tokensOwed);
    }

    Nft withOwed(TokenAmounts owed) {
        return new Nft(tokenId, pool, slot, owner, liquidity, feeGrowthInsideLast, owed);
    }

    Nft withOwner(String holder) {
        return new Nft(tokenId, pool, slot, holder, liquidity, feeGrowthInsideLast, tokensOwed);
    }
}
