/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import io.ballast.cli.UsageError;
import io.ballast.cli.UtcTimeConverter;
import io.ballast.cli.load.HedgeFiles;
import io.ballast.producers.files.UtcTime;
import io.ballast.producers.sink.OutgoingRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a follower of the advice is to do. */
public final class BacktestOptions {
    @Option(
            names = "--backtest",
            paramLabel = "FILE",
            description =
                    "Follow hedge advice through the replay, by each of these policies: JSON lines, a HedgePolicy each,"
                            + " any number for a portfolio. Sets all tolerances to 0. Needs --owners and --instruments.")
    private Path policies;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = UtcTimeConverter.class,
            description = "Back-test: follow from this event time on; " + UtcTime.FORMS + ". Default: from the start.")
    private Instant from = Instant.MIN;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = UtcTimeConverter.class,
            description = "Back-test: follow up to before this event time. Default: to the end.")
    private Instant to = Instant.MAX;

    @Option(
            names = "--funding-rate",
            paramLabel = "RATE",
            description =
                    "Back-test: funding of perpetuals for one interval of theirs, always the same: fraction of the"
                            + " notional, negative: shorts pay. Default: none.")
    private BigDecimal fundingRate;

    /**
     * The back-test that is asked for; null: none.
     *
     * @param hedging  what is known of instruments
     * @throws UsageError if it cannot be one
     */
    public Backtest backtest(List<OutgoingRecord> hedging) {
        if (policies == null) {
            requireNothingElse();
            return null;
        }
        List<OutgoingRecord> alternatives = HedgeFiles.read(Optional.empty(), Optional.of(policies), Optional.empty())
                .records();
        return new Backtest(new CaseReader(hedging, fundingRate).cases(alternatives), from, to);
    }

    private void requireNothingElse() {
        if (!from.equals(Instant.MIN) || !to.equals(Instant.MAX) || fundingRate != null) {
            throw new UsageError("--from, --to and --funding-rate are for --backtest FILE, which is not given");
        }
    }
}
