/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** The application in a process of its own, which notes what its heap holds when garbage has been collected. */
public final class WatchedApplication {

    private static final String NOTES = "heap.notes";
    private static final long BETWEEN_NOTES_MS = 2000;
    private static final double MS_PER_MINUTE = 60_000;

    private WatchedApplication() {}

    public static void main(String[] settings) throws InterruptedException {
        Path notes = Path.of(System.getProperty(NOTES));
        Executors.newSingleThreadScheduledExecutor(work -> {
                    Thread thread = new Thread(work, "heap-notes");
                    thread.setDaemon(true);
                    return thread;
                })
                .scheduleAtFixedRate(() -> note(notes), BETWEEN_NOTES_MS, BETWEEN_NOTES_MS, TimeUnit.MILLISECONDS);
        ChildApplication.main(settings);
    }

    private static void note(Path notes) {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        try {
            Files.writeString(
                    notes,
                    System.currentTimeMillis() + " " + used + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param notes  takes them */
    public static Process start(Map<String, String> settings, Path log, Path notes) throws IOException {
        return ChildApplication.start(
                WatchedApplication.class,
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-D" + NOTES + "=" + notes),
                settings,
                log);
    }

    /** By how much of its mean the heap grew in a minute, by least squares over the second half of the notes. */
    public static double growthPerMinute(Path notes) throws IOException {
        List<String> lines = Files.readAllLines(notes);
        SimpleRegression line = new SimpleRegression();
        double sum = 0;
        List<String> settled = lines.subList(lines.size() / 2, lines.size());
        for (String note : settled) {
            String[] timeAndBytes = note.split(" ");
            double bytes = Double.parseDouble(timeAndBytes[1]);
            line.addData(Double.parseDouble(timeAndBytes[0]) / MS_PER_MINUTE, bytes);
            sum += bytes;
        }
        return line.getSlope() / (sum / settled.size());
    }
}
