/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.producers.pools.PoolCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ShuffledLogsPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Not the recorded data beside the repository: where that is absent a property cannot be skipped, only fail. */
    private static final Path ORIGINAL = Path.of("..", "cli", "src", "test", "resources", "lab-sample", "logs.jsonl");

    private static final double REPEATED = 0.05;

    /** Lines in any order within their block, some of them again at any later place. */
    @Property(tries = 8)
    void orderWithinABlockAndRepeatsDoNotMatter(@ForAll Random random) throws IOException {
        Path shuffled = Files.createTempFile("shuffled", ".jsonl");
        try {
            Files.write(shuffled, shuffle(Files.readAllLines(ORIGINAL), random));

            Replayed expected = Replayed.of(LogReplayOptions.of(ORIGINAL, PoolCatalogue.empty(31337)));
            Replayed actual = Replayed.of(LogReplayOptions.of(shuffled, PoolCatalogue.empty(31337)));

            assertThat(actual.sink().blocks()).isEqualTo(expected.sink().blocks());
            assertThat(actual.summary().repeats()).isPositive();
            assertThat(actual.summary().deadLetters()).isZero();
        } finally {
            Files.delete(shuffled);
        }
    }

    /** As an export by contract, or by whatever else, cuts a chain into files. */
    @Property(tries = 8)
    void severalFilesGiveWhatTheWholeGives(@ForAll Random random) throws IOException {
        Path folder = Files.createTempDirectory("split");
        List<Path> files = split(Files.readAllLines(ORIGINAL), random, folder);
        try {
            Replayed expected = Replayed.of(LogReplayOptions.of(ORIGINAL, PoolCatalogue.empty(31337)));
            Replayed actual = Replayed.of(
                    new LogReplayOptions(files, PoolCatalogue.empty(31337), Optional.empty(), SnapshotRequest.none()));

            assertThat(actual.sink().blocks()).isEqualTo(expected.sink().blocks());
            assertThat(actual.summary().lines()).isEqualTo(expected.summary().lines());
        } finally {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static List<Path> split(List<String> lines, Random random, Path folder) throws IOException {
        int files = 2 + random.nextInt(6);
        List<List<String>> parts = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            parts.add(new ArrayList<>());
        }
        lines.forEach(line -> parts.get(random.nextInt(files)).add(line));
        List<Path> paths = new ArrayList<>();
        for (List<String> part : parts) {
            paths.add(Files.write(folder.resolve(paths.size() + ".jsonl"), part));
        }
        return paths;
    }

    private static List<String> shuffle(List<String> lines, Random random) throws IOException {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        for (String line : lines) {
            String block = JSON.readTree(line).get("blockHash").asText();
            blocks.computeIfAbsent(block, hash -> new ArrayList<>()).add(line);
        }
        List<String> shuffled = new ArrayList<>();
        blocks.values().forEach(block -> {
            Collections.shuffle(block, random);
            shuffled.addAll(block);
        });
        for (int i = 0; i < lines.size() * REPEATED; i++) {
            int from = random.nextInt(shuffled.size());
            int to = from + random.nextInt(shuffled.size() - from) + 1;
            shuffled.add(to, shuffled.get(from));
        }
        return shuffled;
    }
}
