/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * How the market of a pair is kept.
 *
 * @param publication  when its price is said anew
 */
public record MarketRules(
        MergeRules merge, VolatilityRules volatility, RegimeRules regime, PegRules peg, PublicationRules publication) {}
