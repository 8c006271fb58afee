/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.report.Environment;
import io.ballast.benchmarks.report.Report;
import io.ballast.benchmarks.workload.Market;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What all measurements have in common. */
final class RunOptions {

    @Option(
            names = "--rounds",
            defaultValue = "2",
            description =
                    "How often each thing is measured, in turns with the others, so that drift shows: ${DEFAULT-VALUE}.")
    int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "Measured time of each, about: ${DEFAULT-VALUE}.")
    int seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "Seconds before that: ${DEFAULT-VALUE}.")
    int warmUpSeconds;

    @Option(names = "--seed", defaultValue = "1", description = "Of positions and prices: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--set",
            paramLabel = "<key=value>",
            description = "A setting of Ballast other than its default; may be repeated.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--folder",
            defaultValue = "${sys:ballast.home:-.}/benchmarks/target/data",
            description = "Where brokers and stores write, and results are put: ${DEFAULT-VALUE}.")
    Path folder;

    Market market() {
        return new Market(
                Market.DEFAULT.yearlyVolatility(),
                Market.DEFAULT.ticksPerSecond(),
                Market.DEFAULT.blockMs(),
                Market.DEFAULT.seed() + seed);
    }

    /** Something that is measured. */
    interface Measurement {

        /** @param folder  of its own, to write in */
        void into(Report report, Path folder) throws Exception;
    }

    /**
     * Measures, prints what was found, and writes it as JSON.
     *
     * @param name  of the folder and of the file
     * @return exit code
     */
    int measure(String subject, String name, Measurement measurement) throws Exception {
        Report report = report(subject);
        Files.createDirectories(folder);
        measurement.into(report, Files.createTempDirectory(folder, name + "-"));
        report.print(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        Path json = folder.resolve(name + ".json");
        report.write(json);
        System.out.println();
        System.out.println("The same as JSON: " + json.toAbsolutePath().normalize());
        return report.failed() ? 1 : 0;
    }

    private Report report(String subject) throws IOException, InterruptedException {
        Path checkout = Path.of(System.getProperty("ballast.home", "."));
        Report report = new Report(subject, Environment.describe(Clock.systemUTC(), checkout));
        report.setting("rounds", rounds);
        report.setting("seconds measured", seconds);
        report.setting("seconds of warm-up", warmUpSeconds);
        if (!settings.isEmpty()) {
            report.setting("settings other than the defaults", settings);
        }
        return report;
    }

    /** Tells how far it is, beside the results. */
    static void say(String line) {
        System.err.println("  … " + line);
    }
}
