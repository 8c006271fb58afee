/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.BlockDecoder;
import io.ballast.producers.evm.DecodeTally;
import io.ballast.producers.evm.IgnoreReason;
import io.ballast.producers.evm.UnattributedReason;
import io.ballast.producers.sink.RecordSink;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Replays recorded logs of an EVM chain. */
public final class LogReplay extends Replay {

    private final LogReplayOptions options;

    /**
     * @param sink  where the records go; finished here, closed by the caller
     * @param nanoTime  a clock such as {@link System#nanoTime()}, for the summary
     */
    public LogReplay(LogReplayOptions options, RecordSink sink, ReplayListener listener, LongSupplier nanoTime) {
        super(sink, listener, nanoTime);
        this.options = options;
    }

    @Override
    Found send(Delivery delivery, ReplayListener listener) {
        BlockDecoder decoder = new BlockDecoder(options.catalogue());
        Snapshots snapshots = new Snapshots(new SnapshotSchedule(options.snapshots()), decoder, delivery);
        BlockTimes times = options.blocksFile().map(BlockTimes::read).orElseGet(BlockTimes::none);
        LogFeed feed = new LogFeed(
                times,
                options.blocksFile().isPresent(),
                decoder,
                snapshots,
                options.window(),
                options.blocks(),
                delivery);
        long lines = send(feed, delivery, listener);
        DecodeTally tally = decoder.tally();
        return new Found(
                lines,
                tally.logs(),
                feed.blocks(),
                feed.repeats(),
                inWords(tally.ignored(), IgnoreReason::words),
                inWords(tally.unattributed(), UnattributedReason::words),
                feed.notes(),
                snapshots.unmet());
    }

    /** @return how many lines there were */
    private long send(LogFeed feed, Delivery delivery, ReplayListener listener) {
        try (LogFiles files = new LogFiles(options.files())) {
            files.inOrder().forEachRemaining(line -> {
                feed.accept(line);
                listener.advanced(files.progress(feed.blocks(), delivery.records()));
            });
            feed.end();
            delivery.finish();
            listener.advanced(files.progress(feed.blocks(), delivery.records()));
            return files.lines();
        }
    }

    private static <R> Map<String, Long> inWords(Map<R, Long> counts, Function<R, String> words) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(count -> words.apply(count.getKey()), Map.Entry::getValue));
    }
}
