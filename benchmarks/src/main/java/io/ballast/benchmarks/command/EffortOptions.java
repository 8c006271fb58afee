/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.pipeline.Effort;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How much throughput is measured with. */
final class EffortOptions {

    @Option(names = "--most-ticks", defaultValue = "1000000", description = "Ticks written at once: ${DEFAULT-VALUE}.")
    private int mostTicks;

    @Option(
            names = "--patience",
            defaultValue = "600",
            description = "Seconds after which something hangs: ${DEFAULT-VALUE}.")
    private int patienceSeconds;

    Effort of(RunOptions run) {
        return new Effort(
                Duration.ofSeconds(run.warmUpSeconds),
                Duration.ofSeconds(run.seconds),
                mostTicks,
                Duration.ofSeconds(patienceSeconds));
    }
}
