/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Node program that reads a topic with clients that we did not write. */
final class ForeignReader {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final int INSTALL_WITHIN_SECONDS = 120;
    private static final int READ_WITHIN_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    private ForeignReader(Path folder) {
        this.folder = folder;
    }

    /** Installs its libraries into a folder; the test is skipped where that cannot be done. */
    static ForeignReader install(Path folder) throws IOException, InterruptedException {
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "read.js")) {
            Files.copy(SOURCES.resolve(file), folder.resolve(file));
        }
        ForeignReader reader = new ForeignReader(folder);
        assumeTrue(reader.hasNode(), "SKIPPED: no node and npm on this machine");
        Output installed = reader.run(INSTALL_WITHIN_SECONDS, List.of("npm", "ci"));
        assumeTrue(installed.exitCode() == 0, () -> "SKIPPED: npm ci failed: " + installed.all());
        return reader;
    }

    /** The first records of a topic, in the order of its partitions' delivery. */
    List<JsonNode> read(String bootstrapServers, String registryUrl, String topic, int count)
            throws IOException, InterruptedException {
        Output read = run(
                READ_WITHIN_SECONDS,
                List.of("node", "read.js", bootstrapServers, registryUrl, topic, Integer.toString(count)));
        assertThat(read.exitCode()).as(read.all()).isZero();
        List<JsonNode> records = new ArrayList<>();
        for (String line : read.text().lines().toList()) {
            records.add(JSON.readTree(line));
        }
        return records;
    }

    private boolean hasNode() throws InterruptedException {
        try {
            return run(READ_WITHIN_SECONDS, List.of("node", "--version")).exitCode() == 0
                    && run(READ_WITHIN_SECONDS, List.of("npm", "--version")).exitCode() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private record Output(int exitCode, String text, String errors) {
        String all() {
            return text + errors;
        }
    }

    private Output run(int withinSeconds, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(withinSeconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        Output said = new Output(ended ? process.exitValue() : -1, Files.readString(output), Files.readString(errors));
        assertThat(ended)
                .as("%s ended within %d s; it said: %s", command, withinSeconds, said.all())
                .isTrue();
        return said;
    }
}
