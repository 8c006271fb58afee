/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link ChildProcess} as its parent sees it. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;
    private final Path log;

    /**
     * Starts one.
     *
     * @param heap  as for -Xmx
     */
    Child(Path settings, String heap, Path log) throws IOException {
        this.log = log;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-Dbench.log.file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildProcess.class.getName(),
                        settings.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        log.resolveSibling(log.getFileName() + ".err").toFile()))
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Waits until it runs; how long that may take is up to it. */
    void awaitRunning() throws IOException {
        expect(ChildProcess.RUNNING);
    }

    /** Bytes in use after full collections. */
    long heapInUse() throws IOException {
        questions.println(ChildProcess.HEAP);
        return Long.parseLong(expect(ChildProcess.HEAP).substring(ChildProcess.HEAP.length() + 1));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private String expect(String beginning) throws IOException {
        String line = answers.readLine();
        if (line == null || !line.startsWith(beginning)) {
            throw new IOException("the child process said " + line + " instead of " + beginning + "; see " + log);
        }
        return line;
    }

    /** Lets it end by itself. */
    @Override
    public void close() throws IOException {
        questions.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
