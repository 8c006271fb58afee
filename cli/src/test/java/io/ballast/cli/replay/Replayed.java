/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import io.ballast.cli.records.PartitionReader;
import io.ballast.cli.records.TopicExport;
import io.ballast.cli.stack.PreparedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that one run of the replay command left. */
record Replayed(Path folder, Captured captured) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KEY = Pattern.compile("\\{\"key\":\"([^\"]+)\"");

    /** Settings with which each change of a figure is published. */
    static final Map<String, String> EVERY_CHANGE = Map.of(
            "ballast.tolerance.value", "0",
            "ballast.tolerance.il", "0",
            "ballast.tolerance.delta", "0",
            "ballast.tolerance.fees", "0");

    /** Writes what lies on the topics of a stack, committed, into a new folder. */
    static Replayed of(PreparedStack stack, String prefix, Path folder) throws IOException {
        Files.createDirectory(folder);
        try (PartitionReader reader = PartitionReader.open(stack.kafka(), InstantSource.system())) {
            new TopicExport(reader, stack.registry(), prefix).exportAll(folder);
        }
        return new Replayed(folder, null);
    }

    /** Runs the command as a user would and expects it to succeed. */
    static Replayed run(Path folder, Object... arguments) {
        List<String> commandLine = new ArrayList<>(List.of("replay", "--out", folder.toString()));
        Stream.of(arguments).map(Object::toString).forEach(commandLine::add);
        Captured captured = Captured.run(commandLine.toArray(String[]::new));
        assertThat(captured.exitCode()).as(captured.err()).isEqualTo(ExitCode.OK);
        return new Replayed(folder, captured);
    }

    /** The whole lines of one topic's file: key, value, timestamp, partition, offset. */
    List<JsonNode> records(String topic) {
        return lines(topic, line -> true);
    }

    private List<JsonNode> lines(String topic, Predicate<String> wanted) {
        try (Stream<String> lines = Files.lines(folder.resolve(topic + ".jsonl"))) {
            return lines.filter(wanted).map(Replayed::parse).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The values of one topic. */
    List<JsonNode> values(String topic) {
        return records(topic).stream().map(line -> line.get("value")).toList();
    }

    /** The last that position-risk says of each position; a JSON null of those that are no more. */
    Map<String, JsonNode> lastPositions() {
        Map<String, String> last = new TreeMap<>();
        // A long life with every change leaves gigabytes; only the last line of each position is parsed.
        try (Stream<String> lines = Files.lines(folder.resolve("position-risk.jsonl"))) {
            lines.forEach(line -> last.put(key(line), line));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, JsonNode> values = new TreeMap<>();
        last.forEach((key, line) -> values.put(key, parse(line).get("value")));
        return values;
    }

    private static String key(String line) {
        Matcher key = KEY.matcher(line);
        if (!key.lookingAt()) {
            throw new IllegalArgumentException("a line that does not begin with its key: " + line);
        }
        return key.group(1);
    }

    /** What position-risk says on request: the records whose reason is SNAPSHOT. */
    List<JsonNode> snapshots() {
        // A long replay leaves hundreds of megabytes; only what can be a snapshot is parsed.
        return lines("position-risk", line -> line.contains("\"SNAPSHOT\"")).stream()
                .map(line -> line.get("value"))
                .filter(value -> value.get("reason").asText().equals("SNAPSHOT"))
                .toList();
    }

    JsonNode summary() {
        try {
            return JSON.readTree(folder.resolve("summary.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException noJson) {
            throw new UncheckedIOException(line, noJson);
        }
    }
}
