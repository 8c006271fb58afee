/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.advice.AdvisedPosition;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.HedgeTrade;
import io.ballast.schema.PerpetualAdvice;

/**
 * Whether an advice says something else than the one before. One to trade is another one by {@link
 * AdvisedPosition#isOtherThan}.
 */
final class AdviceChange {

    private AdviceChange() {}

    /** @param last  null: there was none */
    static boolean isOne(HedgeRecommendation last, HedgeRecommendation now) {
        if (last == null || last.getPerpetual() == null) {
            return true;
        }
        PerpetualAdvice before = last.getPerpetual();
        PerpetualAdvice after = now.getPerpetual();
        if (before.getAction() != after.getAction()
                || before.getMode() != after.getMode()
                || before.getTheta() != after.getTheta()
                || !last.getNumeraire().equals(now.getNumeraire())) {
            return true;
        }
        return switch (after.getAction()) {
            case TRADE -> position(after).isOtherThan(position(before), after.getBand());
            case BLOCKED ->
                (before.getGap() == null) != (after.getGap() == null)
                        || after.getGap() == null && !last.getReason().equals(now.getReason());
            case HOLD, UNKNOWN -> false;
        };
    }

    private static AdvisedPosition position(PerpetualAdvice advice) {
        return new AdvisedPosition(
                advice.getTrades().stream().map(HedgeTrade::getInstrumentId).toList(),
                advice.getHeld(),
                advice.getTrades().stream().mapToDouble(HedgeTrade::getCoins).sum());
    }
}
