/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rebalancing.Losses;
import java.util.List;

/**
 * Losses step by step, of a position or of a group, in human units.
 *
 * @param lvr  loss versus rebalancing since entry, in token1; never negative
 * @param lvrUsd  the same, each step at its own price; null when a USD price was missing while it was in range
 * @param markout  loss against the market's prices since entry, in token1; negative is a gain; null when a market price was
 *     missing while it was in range
 * @param markoutUsd  the same, each step at its own price; null when either price was missing
 * @param windows  shortest first
 */
public record LossFigures(double lvr, Double lvrUsd, Double markout, Double markoutUsd, List<WindowFigures> windows) {

    public LossFigures {
        windows = List.copyOf(windows);
    }

    static LossFigures of(Losses losses, int decimals1, List<WindowFigures> windows) {
        LossMeasure lvr = losses.lvr();
        LossMeasure markout = losses.markout();
        return new LossFigures(
                lvr.token1(decimals1),
                lvr.complete() ? lvr.usd(decimals1) : null,
                markout.complete() ? markout.token1(decimals1) : null,
                markout.complete() && lvr.complete() ? markout.usd(decimals1) : null,
                windows);
    }
}
