/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.exchange.market.ObservationRecords;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.records.SourceLine;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes blocks of observations: those of the same tenth of a second, as exchange feeds do, so that a replay can keep the pace of
 * the market; and letters of lines that cannot be read. Mutable, single-threaded.
 */
final class MarketFeed implements MarketLines.Listener {

    private static final long SLICE_MS = 100;

    private final TimeWindow window;
    private final NumberedBlocks blocks;
    private final Map<String, Long> ignored = new HashMap<>();
    private long slice;
    private long observations;

    MarketFeed(TimeWindow window, Delivery delivery) {
        this.window = window;
        this.blocks = new NumberedBlocks(delivery);
    }

    /** Takes the next observation. */
    void accept(Observed observed) {
        observations++;
        if (!window.holds(observed.time())) {
            saysNothing(TimeWindow.OUTSIDE);
            return;
        }
        long itsSlice = observed.time().toEpochMilli() / SLICE_MS;
        if (itsSlice != slice || blocks.isFull()) {
            blocks.deliver();
            slice = itsSlice;
        }
        blocks.add(ObservationRecords.of(observed));
    }

    @Override
    public void unreadable(SourceLine line, MalformedLogException problem) {
        blocks.unreadable(line, problem);
    }

    @Override
    public void saysNothing(String why) {
        ignored.merge(why, 1L, Long::sum);
    }

    /** There are no more. */
    void end() {
        blocks.deliver();
    }

    long blocks() {
        return blocks.count();
    }

    /** Observations read, also those outside the window. */
    long observations() {
        return observations;
    }

    /** Well-formed lines that gave no record, by the reason in words. */
    Map<String, Long> ignored() {
        return ignored;
    }
}
