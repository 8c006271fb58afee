/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.SmallDisk;
import io.ballast.streams.testkit.TestRecord;
import io.ballast.streams.testkit.UndisturbedLife;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the state is full, first while the application works and then when it starts; in the end there is room again. */
@Tag("chaos")
class DiskFullIT {

    private static final long SEED = 20_251_122L;
    private static final int RECORDS = 600;
    private static final int RECORDS_BEFORE = 100;
    private static final int MEGABYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** In RocksDB's words, and in ours where it has none. */
    private static final Pattern CAUSE = Pattern.compile("No space left on device|where 0 bytes are free");

    private static final String CLOSE_TIMEOUT_MS = "2000";

    /** So little that stores go to disk all the time. */
    private static final String WRITE_BUFFER_BYTES = Integer.toString(1 << 20);

    @RegisterExtension
    private static final SharedStack STACK = SharedStack.impatient();

    @TempDir
    private Path folder;

    private UndisturbedLife undisturbed;

    @Test
    void shouldEndWithTheCauseAndBeWholeAfterARestart() throws Exception {
        undisturbed = UndisturbedLife.of(SEED, RECORDS, folder);
        List<TestRecord> history = undisturbed.history();
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("state"), MEGABYTES);
                LiveTopics topics = LiveTopics.create(STACK.get(), "full.", 1)) {
            topics.send(history.subList(0, RECORDS_BEFORE));
            Process working = start(topics, "working.log");
            topics.awaitSome(Topic.POSITION_RISK, PositionRisk.class, PATIENCE);
            disk.fill();
            topics.send(history.subList(RECORDS_BEFORE, history.size()));
            awaitEnd(working, "working.log");
            awaitEnd(start(topics, "starting.log"), "starting.log");

            disk.makeRoom();
            try (RiskApplication last = RiskApplication.start(BallastConfig.of(settings(topics)))) {
                CommittedInput.awaitProcessed(BallastConfig.of(settings(topics)), PATIENCE);
                assertThat(last.failure()).isEmpty();
            }
            undisturbed.assertSame(topics);
        }
    }

    private Process start(LiveTopics topics, String log) throws IOException {
        return ChildApplication.start(settings(topics), folder.resolve(log));
    }

    private void awaitEnd(Process process, String log) throws IOException, InterruptedException {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(log)
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve(log))).containsPattern(CAUSE);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Map<String, String> settings(LiveTopics topics) {
        Map<String, String> settings = undisturbed.settings(topics, "state");
        settings.put(BallastKeys.ROCKSDB_WRITE_BUFFER_BYTES, WRITE_BUFFER_BYTES);
        settings.put(BallastKeys.CLOSE_TIMEOUT_MS, CLOSE_TIMEOUT_MS);
        return settings;
    }
}
