/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

/**
 * What the markets of a pool's tokens say of how its price moves and what trading it costs.
 *
 * @param volatility  annual, of token0's price in token1; null: not known
 * @param independent  it is made of two markets that are taken as independent
 * @param halfSpread  half of ask less bid, as a fraction, of both markets together; null: not known
 */
record MarketMoves(Double volatility, boolean independent, Double halfSpread) {

    static final MarketMoves UNKNOWN = new MarketMoves(null, false, null);

    /** Of a token that is taken at par and stands still. */
    static final MarketMoves PAR = new MarketMoves(0.0, false, 0.0);

    /** Of the price of one in the other. */
    MarketMoves against(MarketMoves other) {
        boolean bothMove = volatility != null && other.volatility != null && volatility > 0 && other.volatility > 0;
        return new MarketMoves(
                volatility == null || other.volatility == null
                        ? null
                        : (Double) Math.hypot(volatility, other.volatility),
                bothMove,
                halfSpread == null || other.halfSpread == null ? null : (Double) (halfSpread + other.halfSpread));
    }
}
