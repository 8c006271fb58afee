/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.exchange.market.ObservationRecords;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes blocks of observations: those of the same tenth of a second, as exchange feeds do, so that a replay can keep the pace of
 * the market; and letters of lines that cannot be read. Mutable, single-threaded.
 */
final class MarketFeed implements MarketLines.Listener {

    private static final int MOST_RECORDS = 500;
    private static final long SLICE_MS = 100;

    private final TimeWindow window;
    private final Delivery delivery;
    private final PendingLetters letters = new PendingLetters();
    private final List<OutgoingRecord> block = new ArrayList<>();
    private final Map<String, Long> ignored = new HashMap<>();
    private long slice;
    private long newestMs;
    private long observations;
    private long blocks;

    MarketFeed(TimeWindow window, Delivery delivery) {
        this.window = window;
        this.delivery = delivery;
    }

    /** Takes the next observation. */
    void accept(Observed observed) {
        observations++;
        if (!window.holds(observed.time())) {
            saysNothing(TimeWindow.OUTSIDE);
            return;
        }
        long timeMs = observed.time().toEpochMilli();
        if (timeMs / SLICE_MS != slice || block.size() >= MOST_RECORDS) {
            deliver();
            slice = timeMs / SLICE_MS;
        }
        newestMs = Math.max(newestMs, timeMs);
        block.add(ObservationRecords.of(observed));
    }

    @Override
    public void unreadable(SourceLine line, MalformedLogException problem) {
        letters.add(line, problem);
        if (letters.areMany()) {
            deliver();
        }
    }

    @Override
    public void saysNothing(String why) {
        ignored.merge(why, 1L, Long::sum);
    }

    /** There are no more. */
    void end() {
        deliver();
    }

    private void deliver() {
        block.addAll(letters.take(newestMs));
        if (!block.isEmpty()) {
            delivery.deliver(new RecordBlock(++blocks, Optional.empty(), block));
            block.clear();
        }
    }

    long blocks() {
        return blocks;
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
