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
