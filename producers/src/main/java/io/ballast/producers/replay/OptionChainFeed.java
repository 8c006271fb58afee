/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.schema.QuotedOption;
import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes quotes of lines, so many a block, and letters of those that are none. Mutable, single-threaded. */
final class OptionChainFeed implements LineFeed {

    private static final int LINES_PER_BLOCK = 500;

    private final TimeWindow window;
    private final Delivery delivery;
    private final PendingLetters letters = new PendingLetters();
    private final List<OutgoingRecord> block = new ArrayList<>();
    private Optional<OptionLineParser> parser = Optional.empty();
    private long newestMs;
    private long quotes;
    private long outside;
    private long blocks;

    OptionChainFeed(TimeWindow window, Delivery delivery) {
        this.window = window;
        this.delivery = delivery;
    }

    @Override
    public void accept(SourceLine line) {
        if (line.number() == 1) {
            parser = Optional.of(new OptionLineParser(line));
        } else if (line.content().length > 0) {
            read(line);
        }
        if (block.size() >= LINES_PER_BLOCK || letters.areMany()) {
            deliver();
        }
    }

    private void read(SourceLine line) {
        try {
            QuotedOption quote = parser.orElseThrow().parse(line);
            if (!window.holds(quote.getEventTime())) {
                outside++;
                return;
            }
            newestMs = Math.max(newestMs, quote.getEventTime().toEpochMilli());
            block.add(new OutgoingRecord(
                    Topic.OPTION_QUOTES,
                    quote.getUnderlying(),
                    quote,
                    Math.max(0, quote.getEventTime().toEpochMilli())));
            quotes++;
        } catch (MalformedLogException e) {
            letters.add(line, e);
        }
    }

    private void deliver() {
        block.addAll(letters.take(newestMs));
        delivery.deliver(new RecordBlock(++blocks, Optional.empty(), block));
        block.clear();
    }

    @Override
    public void end() {
        deliver();
    }

    @Override
    public long blocks() {
        return blocks;
    }

    /** Quotes read. */
    long quotes() {
        return quotes;
    }

    /** Well-formed lines that gave no record, by the reason in words. */
    Map<String, Long> ignored() {
        return outside == 0 ? Map.of() : Map.of(TimeWindow.OUTSIDE, outside);
    }
}
