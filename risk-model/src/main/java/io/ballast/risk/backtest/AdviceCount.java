/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.hedge.advice.HedgeAdvice;
import io.ballast.risk.hedge.advice.VenueTrade;

/**
 * Counts advice as the topology publishes it: when the action changes, and one to trade after each fill, or when it leads to a
 * position that differs by more than a quarter of the band. Mutable.
 */
final class AdviceCount {

    private static final double PART_OF_BAND = 0.25;

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
        return !now.trades().isEmpty()
                && (last.need().held() != now.need().held()
                        || Math.abs(position(now) - position(last)) > PART_OF_BAND * now.band());
    }

    private static double position(HedgeAdvice advice) {
        return advice.need().held() + advice.traded();
    }

    private static double notional(HedgeAdvice advice, double price) {
        double notional = 0;
        for (VenueTrade trade : advice.trades()) {
            notional += Math.abs(trade.coins()) * price;
        }
        return notional;
    }
}
