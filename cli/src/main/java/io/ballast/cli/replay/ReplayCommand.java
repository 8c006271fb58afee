/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.ExitCode;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.UsageError;
import io.ballast.cli.backtest.Backtest;
import io.ballast.cli.backtest.BacktestFiles;
import io.ballast.cli.backtest.BacktestOptions;
import io.ballast.cli.backtest.BacktestReport;
import io.ballast.cli.config.Settings;
import io.ballast.cli.load.HedgeOptions;
import io.ballast.producers.sink.OutgoingRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast replay}: recorded input through the whole path, and what comes out as files. */
@Command(
        name = "replay",
        description =
                "Feeds recorded input through Kafka and the topology on a local stack, and writes every topic to a file.",
        footer = {
            "",
            "DIR gets <topic>.jsonl for each topic, one object a line with key, value, timestamp, partition, offset, and"
                    + " summary.json. What was published and later taken back is in them as it was, with its block's hash."
                    + " Exit code 0 only if nothing was lost and every snapshot was taken; dead letters are no losses, but"
                    + " are shown.",
            "With --backtest, DIR also gets backtest.json, .csv (hour by hour), .md and .svg."
        })
public final class ReplayCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private InputOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the files go; made if it is not there.")
    private Path out;

    @Option(
            names = "--owners",
            paramLabel = "FILE",
            description = "Portfolios of owners: CSV with the header owner,portfolio, or JSON.")
    private Path owners;

    @Mixin
    private HedgeOptions hedges;

    @Mixin
    private BacktestOptions backtests;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of each topic (default: ${DEFAULT-VALUE}).")
    private int partitions;

    public ReplayCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ReplayInput input = options.input();
        List<OutgoingRecord> hedging = hedges.files().records();
        Backtest backtest = backtests.backtest(hedging);
        if (backtest != null && owners == null) {
            throw new UsageError("a back-test needs --owners FILE to say which portfolios the positions belong to");
        }
        prepareFolder();
        ReplayRun run = new ReplayRun(context, Settings.of(context), partitions, owners, hedging, backtest);
        ReplayReport report = run.run(input, options.files(), options.format(), out);
        print(report);
        if (backtest != null) {
            follow(backtest);
        }
        return report.complete() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void follow(Backtest backtest) {
        BacktestReport report = new BacktestReport(backtest.run());
        BacktestFiles.write(report, out);
        if (context.options().output() == OutputFormat.table) {
            report.tables()
                    .forEach(table -> table.console().forEach(context.terminal().out()::println));
        }
    }

    private void prepareFolder() {
        try {
            Files.createDirectories(out);
        } catch (IOException unmakeable) {
            throw new CommandFailed("cannot make the folder " + out + ": " + unmakeable.getMessage(), unmakeable);
        }
    }

    private void print(ReplayReport report) {
        write(report);
        if (context.options().output() == OutputFormat.json) {
            context.terminal().out().println(report.json().toPrettyString());
        } else {
            ReportText.lines(report, out).forEach(context.terminal().out()::println);
        }
        if (report.lost() > 0) {
            context.terminal().err().println("ballast: " + report.lost() + " records were lost");
        }
        UnmetSnapshots.tell(report.sent(), context.terminal().err());
    }

    private void write(ReplayReport report) {
        Path file = out.resolve("summary.json");
        try {
            Files.writeString(file, report.json().toPrettyString() + "\n");
        } catch (IOException unwritable) {
            throw new CommandFailed("cannot write " + file + ": " + unwritable.getMessage(), unwritable);
        }
    }
}
