/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.hedge.advice.HedgeAdvice;
import io.ballast.risk.hedge.advice.HedgeAdvisor;
import io.ballast.risk.hedge.advice.HedgeNeed;
import io.ballast.risk.hedge.advice.VenueTrade;
import io.ballast.risk.portfolio.LpAttribution;

/**
 * Follows the advice: at each moment it takes the published figures, has the advisor say what to do, and does it at once at the
 * pool's price, with half the spread and the fee. Results up to a moment are those of what was held before it. Mutable and
 * single-threaded.
 */
public final class HedgeFollower {

    private static final long MICROS_AN_HOUR = 3_600_000_000L;

    private final FollowerRule rule;
    private final LpAttribution pool;
    private final FollowedAccount account;
    private final AdviceCount count = new AdviceCount();
    private PoolMinute now;
    private double openExposure;

    /** Stands at the start, without a hedge. */
    public HedgeFollower(FollowerRule rule, PoolMinute start) {
        this.rule = rule;
        this.now = start;
        this.account = new FollowedAccount(rule, start.price());
        this.pool = new LpAttribution(
                start.prices(),
                start.figures().hodl0(),
                start.figures().hodl1(),
                start.figures().il(),
                0,
                start.figures().fees());
    }

    /**
     * The next moment.
     *
     * @throws IllegalArgumentException if it is not later, or liquidity came or went
     */
    public void step(PoolMinute next) {
        if (next.timeMicros() <= now.timeMicros()) {
            throw new IllegalArgumentException(
                    "figures of " + next.timeMicros() + " come after those of " + now.timeMicros());
        }
        next.requireSameBasket(now);
        openExposure += gap() * (next.price() - now.price());
        pool.move(next.prices(), next.figures().il());
        pool.earn(0, next.figures().fees() - now.figures().fees());
        pool.lose(next.lossSince(now));
        account.reprice(next.price());
        fund(next);
        now = next;
        follow();
    }

    /** Where it stands. */
    public BacktestPoint point() {
        return new BacktestPoint(
                now.timeMicros(),
                now.price(),
                now.coins(),
                account.held(),
                rule.target().theta(),
                pool.attribution(),
                account.attribution(),
                openExposure,
                account.spread(),
                count.churn());
    }

    /** Coins of exposure that the target does not want. */
    private double gap() {
        return account.held() - rule.target().coins(now.coins(), now.hodlCoins());
    }

    private void fund(PoolMinute next) {
        if (rule.fundingRate() == null) {
            return;
        }
        long interval = rule.fundingInterval().hours() * MICROS_AN_HOUR;
        long last = Math.floorDiv(next.timeMicros(), interval) * interval;
        for (long due = (Math.floorDiv(now.timeMicros(), interval) + 1) * interval; due <= last; due += interval) {
            account.fund(due, next.price());
        }
    }

    /** Asks for advice on where it stands and does it; of what follows the start it is done by {@link #step}. */
    void follow() {
        HedgeAdvice advice = new HedgeAdvisor(
                        rule.target(),
                        rule.band(),
                        rule.venues().stream()
                                .map(venue -> venue.room(account.held(venue)))
                                .toList())
                .advise(new HedgeNeed(
                        rule.asset(), now.coins(), now.hodlCoins(), account.held(), now.gamma(), now.price()));
        for (VenueTrade trade : advice.trades()) {
            account.trade(trade, now.timeMicros(), now.price());
        }
        count.add(advice, now.price());
    }
}
