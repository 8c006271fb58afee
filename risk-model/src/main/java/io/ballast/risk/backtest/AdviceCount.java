/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.hedge.advice.AdvisedPosition;
import io.ballast.risk.hedge.advice.HedgeAdvice;
import io.ballast.risk.hedge.advice.VenueTrade;

/**
 * Counts advice as the topology publishes it: when the action changes, and one to trade when it is another one by {@link
 * AdvisedPosition#isOtherThan}. Mutable.
 */
final class AdviceCount {

    private HedgeAdvice last;
    private Churn churn = Churn.NONE;

    void add(HedgeAdvice advice, double price) {
        boolean isBlocked = !advice.isInBand() && advice.trades().isEmpty();
        churn = new Churn(
                churn.looks() + 1,
                churn.recommendations() + (last == null || isOther(advice) ? 1 : 0),
                churn.trades() + advice.trades().size(),
                churn.blocked() + (isBlocked ? 1 : 0),
                churn.notional() + notional(advice, price));
        last = advice;
    }

    Churn churn() {
        return churn;
    }

    private boolean isOther(HedgeAdvice now) {
        if (last.isInBand() != now.isInBand()
                || last.trades().isEmpty() != now.trades().isEmpty()) {
            return true;
        }
        return !now.trades().isEmpty() && AdvisedPosition.of(now).isOtherThan(AdvisedPosition.of(last), now.band());
    }

    private static double notional(HedgeAdvice advice, double price) {
        double notional = 0;
        for (VenueTrade trade : advice.trades()) {
            notional += Math.abs(trade.coins()) * price;
        }
        return notional;
    }
}
