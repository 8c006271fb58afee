/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.UsageError;
import io.ballast.cli.UtcTimeConverter;
import io.ballast.producers.replay.TimeWindow;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which part of a recording is wanted. */
final class WindowOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = UtcTimeConverter.class,
            description =
                    "Leaves out what is before this time, such as 2025-01-31 or 2025-01-31T12:00:00Z. Of logs before"
                            + " it pools are learned.")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = UtcTimeConverter.class,
            description = "Leaves out what is at this time or later.")
    private Instant to;

    /** @throws UsageError if it ends before it begins */
    TimeWindow window() {
        if (from != null && to != null && !to.isAfter(from)) {
            throw new UsageError("--to " + to + " is not after --from " + from);
        }
        return new TimeWindow(Optional.ofNullable(from), Optional.ofNullable(to));
    }
}
