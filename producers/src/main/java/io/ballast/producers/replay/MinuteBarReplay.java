/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.sink.RecordSink;
import java.util.Collections;
import java.util.Map;
import java.util.function.LongSupplier;

/** Replays minute bars of one concentrated pool, with positions of the user's own in it. */
public final class MinuteBarReplay {

    private final BarReplayOptions options;
    private final Delivery delivery;
    private final ReplayListener listener;
    private final LongSupplier nanoTime;

    /**
     * @param sink  where the records go; finished here, closed by the caller
     * @param nanoTime  a clock such as {@link System#nanoTime()}, for the summary
     */
    public MinuteBarReplay(BarReplayOptions options, RecordSink sink, ReplayListener listener, LongSupplier nanoTime) {
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
        BarPool pool = new BarPool(options.pool(), options.catalogue());
        BarPositions positions = new BarPositions(pool.poolId(), options.positions());
        BarFeed feed =
                new BarFeed(pool, positions, new SnapshotSchedule(options.snapshots()), options.window(), delivery);
        InputLines lines = delivery.feed(options.files(), feed, listener);
        return summary(lines, feed, (nanoTime.getAsLong() - startNanos) / 1e9);
    }

    private ReplaySummary summary(InputLines lines, BarFeed feed, double seconds) {
        return new ReplaySummary(
                lines.count(),
                feed.blocks(),
                feed.blocks(),
                delivery.written(),
                delivery.before(),
                delivery.deadLetters(),
                feed.repeats(),
                feed.ignored(),
                Map.of(),
                feed.notes(),
                Collections.emptySortedSet(),
                seconds);
    }
}
