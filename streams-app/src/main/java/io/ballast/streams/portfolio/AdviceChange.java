/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.HedgeTrade;
import io.ballast.schema.PerpetualAdvice;
import java.util.List;

/**
 * Whether an advice says something else than the one before. One to trade is another one when it is about other instruments, or
 * when what it leads to differs by more than a quarter of the band: less would leave the follower well inside of it.
 */
final class AdviceChange {

    private static final double PART_OF_BAND = 0.25;

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
            case TRADE -> isOther(before, after);
            case BLOCKED ->
                (before.getGap() == null) != (after.getGap() == null)
                        || after.getGap() == null && !last.getReason().equals(now.getReason());
            case HOLD, UNKNOWN -> false;
        };
    }

    private static boolean isOther(PerpetualAdvice before, PerpetualAdvice after) {
        double moved = Math.abs(position(after) - position(before));
        return !instruments(before).equals(instruments(after))
                || !before.getHeld().equals(after.getHeld())
                || moved > PART_OF_BAND * after.getBand();
    }

    /** What will be held by whoever follows. */
    private static double position(PerpetualAdvice advice) {
        return advice.getHeld()
                + advice.getTrades().stream().mapToDouble(HedgeTrade::getCoins).sum();
    }

    private static List<String> instruments(PerpetualAdvice advice) {
        return advice.getTrades().stream().map(HedgeTrade::getInstrumentId).toList();
    }
}
