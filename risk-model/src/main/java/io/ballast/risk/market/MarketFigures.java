/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * All that is known of a pair's market.
 *
 * @param peg  null: the pair is no asset's that is taken at par
 */
public record MarketFigures(MergedPrice price, VolatilityFigures volatility, RegimeState regime, PegState peg) {

    /** True: the base asset is taken at par and has lost it. */
    public boolean depegged() {
        return peg != null && peg.lost();
    }

    /** What is said at once when it changes, however little the price has moved. */
    String condition() {
        StringBuilder condition = new StringBuilder(regime.regime().name());
        price.doubts().stream().sorted().forEach(doubt -> condition.append(' ').append(doubt));
        return depegged() ? condition.append(" DEPEGGED").toString() : condition.toString();
    }
}
