/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.volatility.PriceBar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last bars of a price, on a grid of equal times. A time without a price has a flat bar at the last close. Mutable and
 * single-threaded.
 */
final class BarSeries {

    private final long barMs;
    private final int kept;
    private final Deque<PriceBar> closed = new ArrayDeque<>();
    private PriceBar open;
    private long openSinceMs;

    BarSeries(VolatilityRules rules) {
        barMs = rules.barMs();
        kept = rules.bars();
    }

    BarSeries(VolatilityRules rules, BarState state) {
        this(rules);
        closed.addAll(state.closed());
        open = state.open();
        openSinceMs = state.openSinceMs();
        trim();
    }

    BarState state(long latestMs) {
        return new BarState(List.copyOf(closed), open, openSinceMs, latestMs);
    }

    /**
     * @param timeMs  one before the open bar is left out
     * @return how many bars were closed by it
     */
    int add(long timeMs, double price) {
        long since = Math.floorDiv(timeMs, barMs) * barMs;
        if (open == null || (since - openSinceMs) / barMs > kept) {
            beginAnew(since, price);
            return 0;
        }
        int closedNow = 0;
        while (since > openSinceMs) {
            closedNow++;
            close();
        }
        if (closedNow > 0) {
            open = flat(price);
        } else if (since == openSinceMs) {
            open = new PriceBar(open.open(), Math.max(open.high(), price), Math.min(open.low(), price), price);
        }
        return closedNow;
    }

    /** After a gap longer than what is kept nothing of what was before counts. */
    private void beginAnew(long since, double price) {
        closed.clear();
        openSinceMs = since;
        open = flat(price);
    }

    private void close() {
        closed.addLast(open);
        open = flat(open.close());
        openSinceMs += barMs;
        trim();
    }

    private void trim() {
        while (closed.size() > kept) {
            closed.removeFirst();
        }
    }

    List<PriceBar> closed() {
        return new ArrayList<>(closed);
    }

    int closedCount() {
        return closed.size();
    }

    long openSinceMs() {
        return openSinceMs;
    }

    /** Close of the newest bar that is over. */
    double lastClose() {
        return closed.getLast().close();
    }

    private static PriceBar flat(double price) {
        return new PriceBar(price, price, price, price);
    }
}
