/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A pool's past prices, as many as its windows' starts need: at most 61 a window. Immutable, so a journaled row that
 * holds it is undone by putting the old value back; unchanged parts are shared between old and new.
 *
 * <p>Give it every record of the pool before the record is applied: {@link #advance}. Nearly always that is one
 * comparison and returns this same object; only when a grid point has been passed there is a new one. To keep stored rows
 * small, {@link #grids} can each have their own row: one passes a grid point at a time.
 */
public final class PriceHistory {

    private final Windows windows;
    private final PricePoint first;
    private final List<GridPrices> grids;
    private final long nextGridPointMs;

    private PriceHistory(Windows windows, PricePoint first, List<GridPrices> grids) {
        this.windows = windows;
        this.first = first;
        this.grids = grids;
        this.nextGridPointMs = nextGridPoint(windows, grids);
    }

    /** The history of a pool whose price has just become known. */
    public static PriceHistory begin(Windows windows, PricePoint first) {
        return new PriceHistory(
                windows,
                first,
                windows.all().stream()
                        .map(window -> GridPrices.none(window, first.timeMs()))
                        .toList());
    }

    /**
     * From stored parts. A window that was not stored, because it is new in the configuration, starts at the price now:
     * the whole history then counts as begun there, so that no window claims more than it knows.
     */
    public static PriceHistory restored(Windows windows, PricePoint first, List<GridPrices> grids, PricePoint now) {
        List<GridPrices> found = new ArrayList<>();
        for (Window window : windows.all()) {
            grids.stream()
                    .filter(grid -> grid.windowMs() == window.lengthMs())
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found.size() == windows.all().size()
                ? new PriceHistory(windows, first, List.copyOf(found))
                : begin(windows, now);
    }

    /**
     * Lets time pass up to a record, before the record is applied. A record older than what is covered changes nothing.
     *
     * @param nowMs  the record's event time
     * @param standingSqrtPriceX96  the pool's price before the record
     */
    public PriceHistory advance(long nowMs, BigInteger standingSqrtPriceX96) {
        if (nowMs <= nextGridPointMs) {
            return this;
        }
        List<GridPrices> advanced = new ArrayList<>(grids.size());
        for (int i = 0; i < grids.size(); i++) {
            advanced.add(grids.get(i).advance(windows.all().get(i), nowMs, standingSqrtPriceX96));
        }
        return new PriceHistory(windows, first, List.copyOf(advanced));
    }

    /**
     * Where a window that ends now starts.
     *
     * @param sqrtPriceX96  the pool's price now
     */
    public WindowStart startOf(Window window, long nowMs, BigInteger sqrtPriceX96) {
        int place = windows.indexOf(window);
        long start = window.startAt(nowMs);
        if (start < first.timeMs()) {
            return new WindowStart(first.timeMs(), first.sqrtPriceX96(), false);
        }
        return new WindowStart(start, grids.get(place).priceAt(start, sqrtPriceX96), true);
    }

    /** The first price known. */
    public PricePoint first() {
        return first;
    }

    /** Past prices, one entry a window, in the windows' order. */
    public List<GridPrices> grids() {
        return grids;
    }

    private static long nextGridPoint(Windows windows, List<GridPrices> grids) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < grids.size(); i++) {
            next = Math.min(
                    next, grids.get(i).coveredMs() + windows.all().get(i).stepMs());
        }
        return next;
    }
}
