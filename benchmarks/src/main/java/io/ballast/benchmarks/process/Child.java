/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Another JVM with something to measure in it, which answers {@link Questions} and ends with its input. */
public final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;
    private final Path log;

    /**
     * Starts one.
     *
     * @param main  whose main method it runs; its argument is a file with the settings
     * @param name  of that file and of logs
     * @param heap  as for -Xmx
     * @param folder  for them
     */
    public Child(Class<?> main, Map<String, String> settings, String name, String heap, Path folder)
            throws IOException {
        this.log = folder.resolve(name + ".log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-Dbench.log.file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        written(settings, folder.resolve(name + ".properties")).toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        log.resolveSibling(log.getFileName() + ".err").toFile()))
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    private static Path written(Map<String, String> settings, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file;
    }

    /**
     * Waits until it runs; how long that may take is up to it.
     *
     * @return what it says of itself then
     */
    public String awaitRunning() throws IOException {
        return expect(Questions.RUNNING);
    }

    /** Bytes in use after full collections. */
    public long heapInUse() throws IOException {
        return ask(Questions.HEAP);
    }

    /** Bytes of memory that the system has given it; 0 where the system does not tell. */
    public long residentBytes() throws IOException {
        return ask(Questions.RESIDENT);
    }

    /** Processor time that it has used, of all cores together. */
    public long cpuNanos() throws IOException {
        return ask(Questions.CPU);
    }

    /** Asks a question of its own. */
    public long ask(String question) throws IOException {
        questions.println(question);
        return Long.parseLong(expect(question));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private String expect(String beginning) throws IOException {
        String line = answers.readLine();
        if (line == null || !line.startsWith(beginning)) {
            throw new IOException("the child process said " + line + " instead of " + beginning + "; see " + log);
        }
        return line.substring(beginning.length()).strip();
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
