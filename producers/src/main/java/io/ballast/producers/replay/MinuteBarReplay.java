/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.sink.RecordSink;
import java.util.Collections;
import java.util.Map;
import java.util.function.LongSupplier;

/** Replays minute bars of one concentrated pool, with positions of the user's own in it. */
public final class MinuteBarReplay extends Replay {

    private final BarReplayOptions options;

    /**
     * @param sink  where the records go; finished here, closed by the caller
     * @param nanoTime  a clock such as {@link System#nanoTime()}, for the summary
     */
    public MinuteBarReplay(BarReplayOptions options, RecordSink sink, ReplayListener listener, LongSupplier nanoTime) {
        super(sink, listener, nanoTime);
        this.options = options;
    }

    @Override
    Found send(Delivery delivery, ReplayListener listener) {
        BarPool pool = new BarPool(options.pool(), options.catalogue());
        BarPositions positions = new BarPositions(pool.poolId(), options.positions());
        BarFeed feed =
                new BarFeed(pool, positions, new SnapshotSchedule(options.snapshots()), options.window(), delivery);
        InputLines lines = delivery.feed(options.files(), feed, listener);
        return new Found(
                lines.count(),
                feed.blocks(),
                feed.blocks(),
                feed.repeats(),
                feed.ignored(),
                Map.of(),
                feed.notes(),
                Collections.emptySortedSet());
    }
}
