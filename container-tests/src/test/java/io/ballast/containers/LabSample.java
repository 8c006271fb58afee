/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import io.ballast.producers.files.PoolsFile;
import io.ballast.producers.replay.LogReplay;
import io.ballast.producers.replay.LogReplayOptions;
import io.ballast.producers.replay.ReplayListener;
import io.ballast.producers.replay.ReplaySummary;
import io.ballast.producers.replay.SnapshotRequest;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.Throttle;
import io.ballast.producers.sink.ThrottledSink;
import io.ballast.producers.sink.TransactionalSink;
import io.ballast.producers.waiting.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A recorded scenario: logs, and at its checkpoints what the contracts answered. */
final class LabSample {

    private static final Path FOLDER = Path.of("..", "cli", "src", "test", "resources", "lab-sample");
    private static final long CHAIN_ID = 31337;

    private LabSample() {}

    /** Every position that was worth something, at every checkpoint. */
    static Map<LabTruth.Moment, LabTruth.Worth> truth() {
        try {
            return LabTruth.read(FOLDER.resolve("truth.jsonl"), CHAIN_ID);
        } catch (IOException e) {
            throw new UncheckedIOException("no sample in " + FOLDER, e);
        }
    }

    /**
     * Writes the logs, and a request of every position at every checkpoint.
     *
     * @param clients  settings of Kafka's clients and of the registry's
     */
    static ReplaySummary replay(Map<String, String> clients) {
        try (TransactionalSink sink = sink(clients)) {
            return replay(sink);
        }
    }

    /** The same at a rate, waiting as the caller says. */
    static ReplaySummary replay(Map<String, String> clients, double recordsPerSecond, Pause pause) {
        try (TransactionalSink sink = sink(clients)) {
            return replay(new ThrottledSink(sink, new Throttle(recordsPerSecond, System::nanoTime), pause));
        }
    }

    private static TransactionalSink sink(Map<String, String> clients) {
        return TransactionalSink.open(
                SinkOptions.of(clients, "container-test", options().source()), Clock.systemUTC());
    }

    private static ReplaySummary replay(RecordSink sink) {
        return new LogReplay(options(), sink, ReplayListener.SILENT, System::nanoTime).run();
    }

    private static LogReplayOptions options() {
        TreeSet<Long> checkpoints =
                truth().keySet().stream().map(LabTruth.Moment::block).collect(Collectors.toCollection(TreeSet::new));
        return new LogReplayOptions(
                List.of(FOLDER.resolve("logs.jsonl")),
                PoolsFile.read(FOLDER.resolve("manifest.json")),
                Optional.empty(),
                new SnapshotRequest(checkpoints, false));
    }
}
