/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.BookEvent;
import java.math.BigInteger;

/** What happens to pools of shares, besides transfers of their LP tokens. Amounts are raw. */
public interface ShareEvent extends TimedEvent {

    /** A swap: changes of the pool's balances as logged, positive what it received. */
    record Exchange(BigInteger change0, BigInteger change1, long atSeconds) implements BookEvent.Tick, ShareEvent {}

    /** What the pool's balances are. */
    record Balances(BigInteger balance0, BigInteger balance1, long atSeconds) implements BookEvent.Tick, ShareEvent {}

    /**
     * What was paid in for the LP tokens minted just before; either amount may be 0.
     *
     * @param protocol0  of the pool's token0, what left its balance for the protocol with it
     * @param protocol1  the same of token1
     * @param supply  LP tokens there are after it; null when the log does not say
     */
    record Join(
            BigInteger amount0,
            BigInteger amount1,
            BigInteger protocol0,
            BigInteger protocol1,
            BigInteger supply,
            long atSeconds)
            implements BookEvent.PositionChange, ShareEvent {

        @Override
        public boolean concernsAll() {
            return true;
        }
    }

    /** What was paid out for the LP tokens burnt just before, as {@link Join}. */
    record Exit(
            BigInteger amount0,
            BigInteger amount1,
            BigInteger protocol0,
            BigInteger protocol1,
            BigInteger supply,
            long atSeconds)
            implements BookEvent.PositionChange, ShareEvent {

        @Override
        public boolean concernsAll() {
            return true;
        }
    }

    /** The swap fee is another from here. */
    record FeeChange(ShareFees fees, long atSeconds) implements BookEvent.PoolChange, ShareEvent {
        @Override
        public boolean changesRules() {
            return true;
        }
    }
}
