/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Prices on one window's grid, as far back as its start. Immutable.
 *
 * <p>A point stands for its own grid point and for those since the point before it: while no tick comes the price does
 * not change, so a silence of any length is one point. At most 61 are kept.
 *
 * @param windowMs  length of the window
 * @param coveredMs  the last grid point that has a price
 * @param points  by time, the last of them at coveredMs; none while no grid point has been passed
 */
public record GridPrices(long windowMs, long coveredMs, List<PricePoint> points) {

    public GridPrices {
        points = List.copyOf(points);
        if (!points.isEmpty() && points.get(points.size() - 1).timeMs() != coveredMs) {
            throw new IllegalArgumentException(
                    "prices of the window of " + windowMs + " ms do not end at " + coveredMs + ": " + points);
        }
    }

    static GridPrices none(Window window, long firstPriceMs) {
        return new GridPrices(window.lengthMs(), window.gridPointBefore(firstPriceMs), List.of());
    }

    /** Gives every grid point since the last one, up to but not at now, the price that has stood since. */
    GridPrices advance(Window window, long nowMs, BigInteger standingSqrtPriceX96) {
        long passed = window.gridPointBefore(nowMs);
        if (passed <= coveredMs) {
            return this;
        }
        List<PricePoint> kept = new ArrayList<>(Window.STEPS + 1);
        long start = window.startAt(nowMs);
        for (PricePoint point : points) {
            if (point.timeMs() >= start) {
                kept.add(point);
            }
        }
        kept.add(new PricePoint(passed, standingSqrtPriceX96));
        return new GridPrices(windowMs, passed, kept);
    }

    /** The price as of a grid point; the price now if no tick has come since. */
    BigInteger priceAt(long gridPointMs, BigInteger sqrtPriceNowX96) {
        if (gridPointMs > coveredMs) {
            return sqrtPriceNowX96;
        }
        int found = Collections.binarySearch(
                points, new PricePoint(gridPointMs, BigInteger.ONE), (a, b) -> Long.compare(a.timeMs(), b.timeMs()));
        return points.get(found >= 0 ? found : -found - 1).sqrtPriceX96();
    }
}
