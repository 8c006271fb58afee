/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.producers.sink.CommittedRecords;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.ProducerProgress;
import io.ballast.schemas.catalogue.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A producer that is killed time and again, wherever it stands, in the end has written every record once. */
@Tag("fault")
class ProducerKilledIT {

    private static final String PRODUCER = "killed-replay";
    private static final String SNAPSHOTS = "50,200,390,last";
    private static final int BLOCKS = 400;
    private static final int KILLS = 5;
    private static final List<Topic> TOPICS =
            List.of(Topic.POOLS, Topic.PRICE_TICKS, Topic.POOL_EVENTS, Topic.POSITION_EVENTS, Topic.DEAD_LETTERS);

    private static LocalStack stack;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackOptions.defaults());
        CommittedRecords.createTopics(stack);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void everyRecordIsThereOnce() throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("logs.jsonl"), recording());
        Replayed undisturbed = Replayed.of(ReplayChild.options(file, SNAPSHOTS), PRODUCER);
        long seed = System.nanoTime();
        System.out.println("kills chosen with seed " + seed);
        Random random = new Random(seed);

        int kills = 0;
        while (kills < KILLS) {
            kills += killed(file, random) ? 1 : 0;
            if (lastProgress() == undisturbed.sink().records().size()) {
                break;
            }
        }
        assertThat(runToTheEnd(file)).isZero();

        assertThat(kills).as("otherwise this shows nothing").isPositive();
        for (Topic topic : TOPICS) {
            assertThat(byKey(CommittedRecords.of(topic, stack)))
                    .as(topic.shortName())
                    .isEqualTo(byKey(undisturbed.sink().records(topic)));
        }
        assertThat(lastProgress()).isEqualTo(undisturbed.sink().records().size());
        assertThat(runToTheEnd(file)).as("once more, which writes nothing").isZero();
        assertThat(CommittedRecords.of(Topic.PRICE_TICKS, stack))
                .hasSameSizeAs(undisturbed.sink().records(Topic.PRICE_TICKS));
    }

    /** Blocks of some logs, a reorganisation in the middle, and lines that cannot be read. */
    private static List<String> recording() {
        List<String> lines = new ArrayList<>();
        lines.add(LogLines.pairCreated(1));
        for (int block = 2; block <= BLOCKS; block++) {
            for (int log = 0; log < 1 + block % 7; log++) {
                lines.add(LogLines.sync(block, log));
            }
            if (block % 50 == 0) {
                lines.add("no log at all, line " + lines.size());
            }
            if (block == BLOCKS / 2) {
                lines.add(LogLines.sync(block, 1, 0, true));
                lines.add(LogLines.sync(block, 2, 0, false));
            }
        }
        return lines;
    }

    private static Map<String, List<OutgoingRecord>> byKey(List<OutgoingRecord> records) {
        return records.stream().collect(Collectors.groupingBy(OutgoingRecord::key));
    }

    /** Starts a child and kills it after it has handed on some more records; false if it was done before. */
    private static boolean killed(Path file, Random random) throws IOException, InterruptedException {
        Process child = child(file);
        long target = lastProgress() + random.nextInt(500);
        try (BufferedReader said = child.inputReader()) {
            String line = said.readLine();
            while (line != null && Long.parseLong(line) <= target) {
                line = said.readLine();
            }
            boolean atWork = line != null;
            child.destroyForcibly();
            child.waitFor();
            return atWork;
        }
    }

    private static int runToTheEnd(Path file) throws IOException, InterruptedException {
        Process child = child(file);
        try (BufferedReader said = child.inputReader()) {
            said.lines().forEach(line -> {});
        }
        return child.waitFor();
    }

    private static Process child(Path file) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        ReplayChild.class.getName(),
                        stack.bootstrapServers(),
                        stack.registryUrl(),
                        PRODUCER,
                        file.toString(),
                        SNAPSHOTS)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long lastProgress() throws IOException {
        return CommittedRecords.of(Topic.PRODUCER_PROGRESS, stack).stream()
                .mapToLong(record -> ((ProducerProgress) record.value()).getRecordsSent())
                .max()
                .orElse(0);
    }
}
