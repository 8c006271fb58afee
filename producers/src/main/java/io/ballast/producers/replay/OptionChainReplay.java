/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.sink.RecordSink;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Replays quotes of listed options. What a quote means is for the topology to judge; here only its form is. */
public final class OptionChainReplay extends Replay {

    private final OptionChainOptions options;

    /**
     * @param sink  where the records go; finished here, closed by the caller
     * @param nanoTime  a clock such as {@link System#nanoTime()}, for the summary
     */
    public OptionChainReplay(
            OptionChainOptions options, RecordSink sink, ReplayListener listener, LongSupplier nanoTime) {
        super(sink, listener, nanoTime);
        this.options = options;
    }

    @Override
    Found send(Delivery delivery, ReplayListener listener) {
        OptionChainFeed feed = new OptionChainFeed(options.window(), delivery);
        InputLines lines = delivery.feed(options.files(), feed, listener);
        return new Found(
                lines.count(),
                feed.quotes(),
                feed.blocks(),
                0,
                feed.ignored(),
                Map.of(),
                List.of(),
                Collections.emptySortedSet());
    }
}
