/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

import java.util.List;

/**
 * What to do about one asset, with the figures that it comes from. Amounts are coins, money as in the need.
 *
 * @param target  coins to hold
 * @param gap  target - held
 * @param band  half width of the no-trade band, the smallest lot at least
 * @param wanted  trade to the nearest edge of the band, before lots and room; 0 inside it
 * @param trades  cheapest venue first; none: leave it
 */
public record HedgeAdvice(
        HedgeNeed need,
        HedgeTarget rule,
        NoTradeBand bandRule,
        double target,
        double gap,
        double band,
        double wanted,
        List<VenueTrade> trades) {

    public HedgeAdvice {
        trades = List.copyOf(trades);
    }

    /** Coins traded, signed. */
    public double traded() {
        return trades.stream().mapToDouble(VenueTrade::coins).sum();
    }

    /** What the trades cost. */
    public double cost() {
        return trades.stream().mapToDouble(VenueTrade::cost).sum();
    }

    /** What is left of the gap after the trades. */
    public double residual() {
        return gap - traded();
    }

    public boolean isInBand() {
        return Math.abs(gap) <= band;
    }

    /** Whether venues have no room, or a minimum in the way, for what should be traded. */
    public boolean isShort() {
        return !isInBand() && Math.abs(residual()) > band * (1 + 1e-9);
    }
}
