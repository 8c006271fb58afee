/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.load;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Files about hedges: the options that every command which takes them has. */
public final class HedgeOptions {
    @Option(
            names = "--instruments",
            paramLabel = "FILE",
            description = "What can be traded as a hedge: JSON lines, a HedgeInstrument each.")
    private Path instruments;

    @Option(
            names = "--policies",
            paramLabel = "FILE",
            description = "How portfolios are hedged and limited: JSON lines, a HedgePolicy each.")
    private Path policies;

    @Option(
            names = {"--events", "--hedge-events"},
            paramLabel = "FILE",
            description = "Fills, funding, transfers and settlements: JSON lines, a HedgeEvent each.")
    private Path events;

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            description = "Vaults, loans and tranches that pools are held through: JSON lines, a PositionClaim each.")
    private Path claims;

    /** What is in them; nothing where none is given. */
    public HedgeFiles files() {
        return HedgeFiles.read(
                        Optional.ofNullable(instruments), Optional.ofNullable(policies), Optional.ofNullable(events))
                .withClaims(Optional.ofNullable(claims));
    }
}
