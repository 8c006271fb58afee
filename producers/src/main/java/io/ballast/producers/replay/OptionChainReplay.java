/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.sink.RecordSink;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Replays quotes of listed options. What a quote means is for the topology to judge; here only its form is. */
public final class OptionChainReplay {

    private final OptionChainOptions options;
    private final Delivery delivery;
    private final ReplayListener listener;
    private final LongSupplier nanoTime;

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
        OptionChainFeed feed = new OptionChainFeed(options.window(), delivery);
        InputLines lines = delivery.feed(options.files(), feed, listener);
        return summary(lines, feed, (nanoTime.getAsLong() - startNanos) / 1e9);
    }

    private ReplaySummary summary(InputLines lines, OptionChainFeed feed, double seconds) {
        return new ReplaySummary(
                lines.count(),
                feed.quotes(),
                feed.blocks(),
                delivery.written(),
                delivery.before(),
                delivery.deadLetters(),
                0,
                feed.ignored(),
                Map.of(),
                List.of(),
                Collections.emptySortedSet(),
                seconds);
    }
}
