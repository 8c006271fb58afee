/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.BlockDecoder;
import io.ballast.producers.evm.DecodeTally;
import io.ballast.producers.evm.IgnoreReason;
import io.ballast.producers.evm.UnattributedReason;
import io.ballast.producers.sink.RecordSink;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Replays recorded logs of an EVM chain. */
public final class LogReplay {

    private final LogReplayOptions options;
    private final Delivery delivery;
    private final ReplayListener listener;
    private final LongSupplier nanoTime;

    /**
     * @param sink  where the records go; finished here, closed by the caller
     * @param nanoTime  a clock such as {@link System#nanoTime()}, for the summary
     */
    public LogReplay(LogReplayOptions options, RecordSink sink, ReplayListener listener, LongSupplier nanoTime) {
        this.options = options;
        this.delivery = new Delivery(sink);
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /**
     * Reads the files to their end.
     *
     * @throws io.ballast.producers.files.InputException if a file cannot be read, or no block's time is known
     * @throws io.ballast.producers.sink.SinkException if records cannot be written
     */
    public ReplaySummary run() {
        long startNanos = nanoTime.getAsLong();
        BlockDecoder decoder = new BlockDecoder(options.catalogue());
        Snapshots snapshots = new Snapshots(new SnapshotSchedule(options.snapshots()), decoder, delivery);
        BlockTimes times = options.blocksFile().map(BlockTimes::read).orElseGet(BlockTimes::none);
        LogFeed feed =
                new LogFeed(times, options.blocksFile().isPresent(), decoder, snapshots, options.window(), delivery);
        InputLines lines = delivery.feed(options.files(), feed, listener);
        return summary(lines, feed, decoder.tally(), snapshots.unmet(), (nanoTime.getAsLong() - startNanos) / 1e9);
    }

    private ReplaySummary summary(
            InputLines lines, LogFeed feed, DecodeTally tally, SortedSet<String> unmetSnapshots, double seconds) {
        return new ReplaySummary(
                lines.count(),
                tally.logs(),
                feed.blocks(),
                delivery.written(),
                delivery.before(),
                delivery.deadLetters(),
                feed.repeats(),
                inWords(tally.ignored(), IgnoreReason::words),
                inWords(tally.unattributed(), UnattributedReason::words),
                feed.notes(),
                unmetSnapshots,
                seconds);
    }

    private static <R> Map<String, Long> inWords(Map<R, Long> counts, Function<R, String> words) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(count -> words.apply(count.getKey()), Map.Entry::getValue));
    }
}
