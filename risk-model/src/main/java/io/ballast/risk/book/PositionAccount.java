/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.SlotState;
import java.math.BigInteger;

/**
 * What a book's rows say of a position, whatever the price: an NFT's by its manager's books, a direct one's by its slot, a
 * pair's by its LP tokens. Sums over positions are sums of these.
 *
 * @param state  what the book keeps of it
 * @param liquidity  liquidity, or LP tokens
 * @param feeGrowthInsideLast  when its fees were last settled; zero in pools of shares
 * @param tokensOwed  settled and not collected, raw; zero in pools of shares
 */
public record PositionAccount(
        PositionState state, BigInteger liquidity, FeeGrowth feeGrowthInsideLast, TokenAmounts tokensOwed) {

    static PositionAccount ofNft(PositionState state) {
        ManagerBooks books = state.manager();
        return new PositionAccount(
                state,
                books.liquidity(),
                new FeeGrowth(books.feeGrowthInside0LastX128(), books.feeGrowthInside1LastX128()),
                new TokenAmounts(books.tokensOwed0(), books.tokensOwed1()));
    }

    /** @param slot  null: the pool has none */
    static PositionAccount ofSlot(PositionState state, SlotState slot) {
        SlotState known = slot == null ? SlotState.EMPTY : slot;
        return new PositionAccount(state, known.liquidity(), known.feeGrowthInsideLast(), known.tokensOwed());
    }

    /** @param lpTokens  what a holder has; null: none */
    public static PositionAccount ofShare(PositionState state, BigInteger lpTokens) {
        return new PositionAccount(
                state, lpTokens == null ? BigInteger.ZERO : lpTokens, FeeGrowth.ZERO, TokenAmounts.ZERO);
    }

    /** Its id within its pool. */
    public String key() {
        return state.identity().key();
    }

    /** True while it holds or is owed something, be it less than a raw unit of estimated fees. */
    public boolean isOpen() {
        return liquidity.signum() > 0
                || tokensOwed.amount0().signum() > 0
                || tokensOwed.amount1().signum() > 0
                || state.barFees0X64().signum() > 0
                || state.barFees1X64().signum() > 0;
    }
}
