/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.volatility.PriceBar;
import java.util.List;

/**
 * Bars as they are remembered.
 *
 * @param closed  oldest first
 * @param open  the one that is not over yet; null: no price yet
 * @param openSinceMs  when it began
 * @param latestMs  of the newest price
 */
public record BarState(List<PriceBar> closed, PriceBar open, long openSinceMs, long latestMs) {

    public static final BarState EMPTY = new BarState(List.of(), null, 0, 0);

    public BarState {
        closed = List.copyOf(closed);
    }
}
