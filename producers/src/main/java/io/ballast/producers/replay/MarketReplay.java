/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.sink.RecordSink;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongSupplier;

/** Replays files of market data as one market: what exchange feeds would have written, merged by time. */
public final class MarketReplay extends Replay {

    private final MarketReplayOptions options;

    /**
     * @param sink  where the records go; finished here, closed by the caller
     * @param nanoTime  a clock such as {@link System#nanoTime()}, for the summary
     */
    public MarketReplay(MarketReplayOptions options, RecordSink sink, ReplayListener listener, LongSupplier nanoTime) {
        super(sink, listener, nanoTime);
        this.options = options;
    }

    @Override
    Found send(Delivery delivery, ReplayListener listener) {
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
            return found(files, feed);
        }
    }

    private static Found found(MarketFiles files, MarketFeed feed) {
        return new Found(
                files.lines(),
                feed.observations(),
                feed.blocks(),
                0,
                feed.ignored(),
                Map.of(),
                files.notes(),
                Collections.emptySortedSet());
    }
}
