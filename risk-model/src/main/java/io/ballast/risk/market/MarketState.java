/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.volatility.EwmaVariance;

/**
 * All that is remembered of a pair's market.
 *
 * @param closes  variance of the bars' closes; null: no price yet
 * @param peg  null: not taken at par
 * @param said  null: nothing was said yet
 */
public record MarketState(
        PairState pair, BarState bars, EwmaVariance closes, RegimeState regime, PegState peg, SaidPrice said) {

    /** Nothing seen yet. */
    public static MarketState empty(boolean takenAtPar) {
        return new MarketState(
                PairState.EMPTY, BarState.EMPTY, null, RegimeState.UNKNOWN, takenAtPar ? PegState.AT_PAR : null, null);
    }
}
