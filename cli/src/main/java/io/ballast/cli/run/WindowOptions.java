/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.UsageError;
import io.ballast.producers.replay.BlockWindow;
import io.ballast.producers.replay.TimeWindow;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Which part of a recording is wanted. */
final class WindowOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME|BLOCK",
            converter = WindowEdgeConverter.class,
            description =
                    "Leaves out what is before this time, such as 2025-01-31 or 2025-01-31T12:00:00Z, or, of logs, before"
                            + " this block. Of logs before it pools are learned.")
    private WindowEdge from;

    @Option(
            names = "--to",
            paramLabel = "TIME|BLOCK",
            converter = WindowEdgeConverter.class,
            description = "Leaves out what is at this time or block, or later.")
    private WindowEdge to;

    /** @throws UsageError if it ends before it begins */
    TimeWindow times() {
        try {
            return new TimeWindow(
                    Optional.ofNullable(from).flatMap(WindowEdge::time),
                    Optional.ofNullable(to).flatMap(WindowEdge::time));
        } catch (IllegalArgumentException backwards) {
            throw endsTooEarly();
        }
    }

    /** @throws UsageError if it ends before it begins */
    BlockWindow blocks() {
        try {
            return new BlockWindow(block(from), block(to));
        } catch (IllegalArgumentException backwards) {
            throw endsTooEarly();
        }
    }

    private static OptionalLong block(WindowEdge edge) {
        return edge == null ? OptionalLong.empty() : edge.block();
    }

    private UsageError endsTooEarly() {
        return new UsageError("--to " + to + " is not after --from " + from);
    }
}
