/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.sink.RecordSink;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongSupplier;

/** Replays files of market data as one market: what exchange feeds would have written, merged by time. */
public final class MarketReplay {

    private final MarketReplayOptions options;
    private final Delivery delivery;
    private final ReplayListener listener;
    private final LongSupplier nanoTime;

    /**
     * @param sink  where the records go; finished here, closed by the caller
     * @param nanoTime  a clock such as {@link System#nanoTime()}, for the summary
     */
    public MarketReplay(MarketReplayOptions options, RecordSink sink, ReplayListener listener, LongSupplier nanoTime) {
        this.options = options;
        this.delivery = new Delivery(sink);
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /**
     * Reads the files to their end.
     *
     * @throws io.ballast.producers.files.InputException if a file cannot be read or is of no form that is known
     * @throws io.ballast.producers.sink.SinkException if records cannot be written
     */
    public ReplaySummary run() {
        long startNanos = nanoTime.getAsLong();
        MarketFeed feed = new MarketFeed(options.window(), delivery);
        try (MarketFiles files = new MarketFiles(options, feed)) {
            Iterator<Observed> observations = files.inOrder();
            while (observations.hasNext()) {
                feed.accept(observations.next());
                listener.advanced(files.progress(feed.blocks(), delivery.records()));
            }
            feed.end();
            delivery.finish();
            listener.advanced(files.progress(feed.blocks(), delivery.records()));
            return summary(files, feed, (nanoTime.getAsLong() - startNanos) / 1e9);
        }
    }

    private ReplaySummary summary(MarketFiles files, MarketFeed feed, double seconds) {
        return new ReplaySummary(
                files.lines(),
                feed.observations(),
                feed.blocks(),
                delivery.written(),
                delivery.before(),
                delivery.deadLetters(),
                0,
                feed.ignored(),
                Map.of(),
                files.notes(),
                Collections.emptySortedSet(),
                seconds);
    }
}
