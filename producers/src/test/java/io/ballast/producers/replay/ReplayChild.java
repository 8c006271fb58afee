/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A replay in a process of its own, which says on its standard output how many records it has handed on. */
final class ReplayChild {

    private static final int RECORDS_PER_TRANSACTION = 40;

    private ReplayChild() {}

    /** Arguments: brokers, registry, producer id, file, snapshot blocks. */
    public static void main(String[] arguments) {
        Map<String, String> config = Map.of("bootstrap.servers", arguments[0], "schema.registry.url", arguments[1]);
        LogReplayOptions options = options(Path.of(arguments[3]), arguments[4]);
        SinkOptions sinkOptions =
                new SinkOptions(config, arguments[2], options.source(), RECORDS_PER_TRANSACTION, Duration.ofMinutes(1));
        try (RecordSink sink = TransactionalSink.open(sinkOptions, InstantSource.system())) {
            new LogReplay(options, sink, progress -> System.out.println(progress.records()), System::nanoTime).run();
        }
    }

    static LogReplayOptions options(Path file, String snapshots) {
        return new LogReplayOptions(
                List.of(file), PoolCatalogue.empty(1), Optional.empty(), SnapshotRequest.parse(snapshots));
    }
}
