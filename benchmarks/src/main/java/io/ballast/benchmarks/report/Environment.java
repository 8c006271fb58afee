/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where and of what figures were taken: no figure is worth much without. */
public final class Environment {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String UNKNOWN = "unknown";

    private Environment() {}

    /**
     * Each fact by name, in the order in which they are shown.
     *
     * @param checkout  a folder of the checkout whose commit is told
     */
    public static Map<String, String> describe(Clock clock, Path checkout) throws IOException, InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("commit", commit(checkout));
        facts.put("processor", Runtime.getRuntime().availableProcessors() + " x " + processor());
        facts.put(
                "load when started",
                Double.toString(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("jvm options", options());
        facts.put("heap", Runtime.getRuntime().maxMemory() / (1 << 20) + " MB at most");
        return facts;
    }

    /** Those that matter to speed: what opens modules says nothing. */
    private static String options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .collect(Collectors.joining(" "));
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String commit(Path checkout) throws IOException, InterruptedException {
        String hash = git(checkout, List.of("rev-parse", "--short=12", "HEAD"));
        return git(checkout, List.of("status", "--porcelain")).isEmpty() || hash.equals(UNKNOWN)
                ? hash
                : hash + " with uncommitted changes";
    }

    private static String git(Path checkout, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("git", "-C", checkout.toString()), arguments.stream())
                .toList();
        try {
            Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return git.waitFor() == 0 ? said : UNKNOWN;
        } catch (IOException noGit) {
            return UNKNOWN;
        }
    }
}
