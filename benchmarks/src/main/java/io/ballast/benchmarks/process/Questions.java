/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.process;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** What a child process tells of itself on its standard output, when its standard input asks. */
public final class Questions {

    static final String RUNNING = "running";
    static final String HEAP = "heap";
    static final String RESIDENT = "resident";
    static final String CPU = "cpu";

    private static final int COLLECTIONS = 3;
    private static final int BYTES_PER_KB = 1024;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT_LINE = "VmRSS:";

    private Questions() {}

    /** Says that this process runs, and answers until its input ends. */
    public static void answer(String running) throws IOException {
        answer(running, Map.of());
    }

    /** @param more  what it can be asked beside that */
    static void answer(String running, Map<String, LongSupplier> more) throws IOException {
        try (BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(RUNNING + " " + running);
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                System.out.println(question + " " + answerTo(question, more));
            }
        }
    }

    private static long answerTo(String question, Map<String, LongSupplier> more) throws IOException {
        if (more.containsKey(question)) {
            return more.get(question).getAsLong();
        }
        return switch (question) {
            case HEAP -> heapInUse();
            case RESIDENT -> residentBytes();
            case CPU ->
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
            default -> throw new IOException("asked for " + question);
        };
    }

    private static long heapInUse() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static long residentBytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RESIDENT_LINE))
                    .mapToLong(line -> BYTES_PER_KB * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
