/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.portfolio.Attribution;

/**
 * Where a follower stands; all sums are since the start, in money.
 *
 * @param timeMicros  of the newest figures in it
 * @param price  money for a coin
 * @param coins  in the pool
 * @param held  coins in the hedge account; negative is short
 * @param pool  terms of the pool, with LVR on the grid of moments beside them
 * @param account  terms of the hedge account
 * @param openExposure  what coins brought that the target wanted hedged and that were not: within the band, or not yet rounded
 *     to a lot
 * @param spread  half spreads paid, not negative; a part of the account's hedge term
 */
public record BacktestPoint(
        long timeMicros,
        double price,
        double coins,
        double held,
        double theta,
        Attribution pool,
        Attribution account,
        double openExposure,
        double spread,
        Churn churn) {

    /** All terms together. */
    public Attribution total() {
        return pool.plus(account);
    }

    /** Result of what the hedge is held against: the pool's, less the part of the price term that the target leaves. */
    public double unhedged() {
        return pool.total().toDouble() - theta * pool.price().toDouble();
    }

    /** The same with the hedge and all its costs. */
    public double hedged() {
        return unhedged() + account.total().toDouble();
    }

    /** LVR on the grid, positive is a loss. */
    public double lvr() {
        return pool.lvr().toDouble();
    }

    /** Fees and the spread paid, negative. */
    public double costs() {
        return account.costs().toDouble() - spread;
    }

    /**
     * The hedged result by the identity: minus LVR, fees, funding, costs, and what was open. Equal to {@link #hedged()} up to
     * rounding, for {@code V' - V = x (P' - P) - LVR} on every step, and the hedge brings {@code held (P' - P)}.
     */
    public double explained() {
        return -lvr() + pool.fees().toDouble() + account.funding().toDouble() + costs() + openExposure;
    }
}
