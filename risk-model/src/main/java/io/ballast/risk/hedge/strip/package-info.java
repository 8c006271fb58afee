/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Listed options against the impermanent loss of liquidity positions.
 *
 * <p>What a position loses against holding is a convex function f of the price at expiry ({@link
 * io.ballast.risk.hedge.strip.ConvexLoss}), so a portfolio of options pays it back. With a strike at every price it would do so
 * exactly (Carr and Madan); with listed strikes a portfolio whose payoff g is piecewise linear can be at or above f
 * everywhere: a super-hedge. {@link io.ballast.risk.hedge.strip.ChordStrip} takes the chords of f between strikes, {@link
 * io.ballast.risk.hedge.strip.SuperHedgeProgramme} the cheapest super-hedge that quotes allow, {@link
 * io.ballast.risk.hedge.strip.StripPlanner} makes advice of it: whole lots, checked, with cost, residual and greeks.
 *
 * <p>Amounts are whole coins, prices and money are in the currency of the strikes ("dollars" here), at expiry. f, g and
 * shortfalls are positive numbers of dollars: a loss of 10 is f = 10.
 */
package io.ballast.risk.hedge.strip;
