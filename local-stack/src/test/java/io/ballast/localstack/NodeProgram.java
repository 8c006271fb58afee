/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Node program of {@code src/test/node} with the packages of its lock file.
 *
 * @param folder  where it is installed
 * @param name    its file
 */
record NodeProgram(Path folder, String name) {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final List<String> NO_NETWORK =
            List.of("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH");
    private static final long MOST_SECONDS = 120;

    /** Installs it; the test is skipped, and says so, where Node, npm or a network to get packages by is missing. */
    static NodeProgram install(String name, Path folder) throws Exception {
        assumeTrue(isThere("node"), "skipped: no node on this machine");
        assumeTrue(isThere("npm"), "skipped: no npm on this machine");
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Result npm = execute(folder, List.of("npm", "ci", "--no-progress"));
        assumeTrue(
                npm.exitCode() == 0 || NO_NETWORK.stream().noneMatch(npm.errors()::contains),
                () -> "skipped: npm cannot get its packages: " + npm.errors());
        assertThat(npm.exitCode()).as(npm.errors()).isZero();
        return new NodeProgram(folder, name);
    }

    /** Runs it to its end, which must be a good one, and gives the lines of its output. */
    List<String> run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", name));
        command.addAll(List.of(arguments));
        Result result = execute(folder, command);
        assertThat(result.exitCode()).as(result.errors()).isZero();
        return result.output().lines().toList();
    }

    private static boolean isThere(String program) throws Exception {
        try {
            return execute(Path.of("."), List.of(program, "--version")).exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private record Result(int exitCode, String output, String errors) {}

    private static Result execute(Path folder, List<String> command) throws Exception {
        Path output = Files.createTempFile("node-", ".out");
        Path errors = Files.createTempFile("node-", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            assertThat(ended).as(command + " did not end:\n" + text(errors)).isTrue();
            return new Result(process.exitValue(), text(output), text(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
