/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.QuotedOption;
import io.ballast.schemas.catalogue.Topic;
import java.util.Map;
import java.util.Optional;

/** Makes quotes of lines, so many a block, and letters of those that are none. Mutable, single-threaded. */
final class OptionChainFeed implements LineFeed {

    private final TimeWindow window;
    private final NumberedBlocks blocks;
    private Optional<OptionLineParser> parser = Optional.empty();
    private long quotes;
    private long outside;

    OptionChainFeed(TimeWindow window, Delivery delivery) {
        this.window = window;
        this.blocks = new NumberedBlocks(delivery);
    }

    @Override
    public void accept(SourceLine line) {
        if (line.number() == 1) {
            parser = Optional.of(new OptionLineParser(line));
        } else if (line.content().length > 0) {
            read(line);
        }
    }

    private void read(SourceLine line) {
        try {
            QuotedOption quote = parser.orElseThrow().parse(line);
            if (!window.holds(quote.getEventTime())) {
                outside++;
                return;
            }
            blocks.add(new OutgoingRecord(
                    Topic.OPTION_QUOTES,
                    quote.getUnderlying(),
                    quote,
                    Math.max(0, quote.getEventTime().toEpochMilli())));
            quotes++;
            if (blocks.isFull()) {
                blocks.deliver();
            }
        } catch (MalformedLogException e) {
            blocks.unreadable(line, e);
        }
    }

    @Override
    public void end() {
        blocks.deliver();
    }

    @Override
    public long blocks() {
        return blocks.count();
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
