/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rolling.RollingLoss;

/**
 * Losses over one window, of a position or of a group, in human units.
 *
 * @param lengthMs  length asked for
 * @param sinceMs  event time at which it starts
 * @param complete  false: the pool is followed for less than the window
 * @param il  impermanent loss against what was held at the start or came in since, in token1; negative is a loss
 * @param lvr  loss versus rebalancing, in token1; never negative
 * @param lvrUsd  the same, each step at its own price; null when a price was missing while it was in range
 */
public record WindowFigures(long lengthMs, long sinceMs, boolean complete, double il, double lvr, Double lvrUsd) {

    static WindowFigures of(RollingLoss il, LossMeasure lvr, int decimals1) {
        return new WindowFigures(
                il.window().lengthMs(),
                il.since().timeMs(),
                il.since().complete(),
                il.token1(decimals1),
                lvr.token1(decimals1),
                lvr.complete() ? lvr.usd(decimals1) : null);
    }
}
