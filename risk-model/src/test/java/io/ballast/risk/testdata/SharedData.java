/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.testdata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Recorded data beside the repository, in {@code ../shared/data}. A test that wants it is skipped where it is absent. */
public final class SharedData {

    private static final Path ROOT = Path.of("..", "..", "shared", "data");
    private static final ObjectMapper JSON = new ObjectMapper();

    private SharedData() {}

    public static Path require(String path) {
        Path found = ROOT.resolve(path);
        Assumptions.assumeTrue(
                Files.exists(found),
                () -> "skipped: recorded data not found at "
                        + found.toAbsolutePath().normalize());
        return found;
    }

    /** A factory's tests; where their file is absent one that is skipped and says so, for none at all would pass unseen. */
    public static Stream<DynamicTest> testsFrom(String path, Function<JsonNode, Stream<DynamicTest>> factory) {
        return Files.exists(ROOT.resolve(path))
                ? factory.apply(json(path))
                : Stream.of(DynamicTest.dynamicTest(path, () -> require(path)));
    }

    public static JsonNode json(String path) {
        try {
            return JSON.readTree(require(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of a file that has one a line; blank lines are passed over. */
    public static List<JsonNode> jsonLines(String path) {
        try (Stream<String> lines = Files.lines(require(path))) {
            return lines.filter(line -> !line.isBlank()).map(SharedData::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
