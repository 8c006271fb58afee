/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.replay.LogReplay;
import io.ballast.producers.replay.LogReplayOptions;
import io.ballast.producers.replay.ReplayListener;
import io.ballast.producers.sink.MemorySink;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a replay of recorded logs gives. */
final class Replays {

    private Replays() {}

    static List<OutgoingRecord> of(List<String> lines) {
        try {
            Path file = Files.createTempFile("chain", ".jsonl");
            try {
                Files.write(file, lines);
                MemorySink sink = new MemorySink(RestartingSink.PRODUCER);
                LogReplayOptions options = LogReplayOptions.of(file, PoolCatalogue.empty(FakeChain.CHAIN_ID));
                new LogReplay(options, sink, ReplayListener.SILENT, () -> 0).run();
                return sink.records(Topic.PRICE_TICKS);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
