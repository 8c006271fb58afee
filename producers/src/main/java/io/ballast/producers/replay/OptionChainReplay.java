/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import io.ballast.schema.QuotedOption;
import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Replays quotes of listed options. What a quote means is for the topology to judge; here only its form is. */
public final class OptionChainReplay {

    private static final int LINES_PER_BLOCK = 500;

    private final OptionChainOptions options;
    private final Delivery delivery;
    private final ReplayListener listener;
    private final LongSupplier nanoTime;
    private final PendingLetters letters = new PendingLetters();
    private final List<OutgoingRecord> block = new ArrayList<>();
    private Optional<OptionLineParser> parser = Optional.empty();
    private long newestMs;
    private long quotes;
    private long blocks;

    /**
     * @param sink  where the records go; finished here, closed by the caller
     * @param nanoTime  a clock such as {@link System#nanoTime()}, for the summary
     */
    public OptionChainReplay(
            OptionChainOptions options, RecordSink sink, ReplayListener listener, LongSupplier nanoTime) {
        this.options = options;
        this.delivery = new Delivery(sink);
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /**
     * Reads the files to their end.
     *
     * @throws io.ballast.producers.files.InputException if a file cannot be read or lacks a column
     * @throws io.ballast.producers.sink.SinkException if records cannot be written
     */
    public ReplaySummary run() {
        long startNanos = nanoTime.getAsLong();
        InputLines lines = new InputLines(options.files());
        lines.forEach(line -> {
            accept(line);
            listener.advanced(lines.progress(blocks, delivery.records()));
        });
        deliver();
        delivery.finish();
        listener.advanced(lines.progress(blocks, delivery.records()));
        return summary(lines, (nanoTime.getAsLong() - startNanos) / 1e9);
    }

    private void accept(SourceLine line) {
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

    private ReplaySummary summary(InputLines lines, double seconds) {
        return new ReplaySummary(
                lines.count(),
                quotes,
                blocks,
                delivery.written(),
                delivery.before(),
                delivery.deadLetters(),
                0,
                Map.of(),
                Map.of(),
                List.of(),
                Collections.emptySortedSet(),
                seconds);
    }
}
