/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.desk.DeskTerms;
import io.ballast.benchmarks.pipeline.Effort;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What a desk is measured with, whatever is measured of it. */
final class DeskOptions {

    @Option(names = "--views", defaultValue = "10", description = "Portfolios that pages show: ${DEFAULT-VALUE}.")
    private int views;

    @Option(names = "--rows", defaultValue = "100", description = "Rows of each page: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--samples",
            defaultValue = "1000",
            description = "Records that Ballast makes first, which stand for all positions: ${DEFAULT-VALUE}.")
    private int samples;

    @Option(names = "--desk-heap", defaultValue = "3g", description = "-Xmx of the desk's process: ${DEFAULT-VALUE}.")
    private String heap;

    @Option(
            names = "--patience",
            defaultValue = "300",
            description = "Seconds after which something hangs: ${DEFAULT-VALUE}.")
    private int patienceSeconds;

    DeskTerms terms(RunOptions run, int positions) {
        return new DeskTerms(
                positions, views, rows, samples, run.seed, heap, run.settings, Duration.ofSeconds(patienceSeconds));
    }

    Effort effort(RunOptions run) {
        return new Effort(
                Duration.ofSeconds(run.warmUpSeconds),
                Duration.ofSeconds(run.seconds),
                1,
                Duration.ofSeconds(patienceSeconds));
    }
}
