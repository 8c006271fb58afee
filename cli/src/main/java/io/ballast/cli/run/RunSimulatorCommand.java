/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.DurationConverter;
import io.ballast.cli.ExitCode;
import io.ballast.cli.UsageError;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.producers.monitoring.SimulatorMonitor;
import io.ballast.producers.simulator.ClockPacer;
import io.ballast.producers.simulator.MarketSimulator;
import io.ballast.producers.simulator.SimulationOptions;
import io.ballast.producers.simulator.SimulationProgress;
import io.ballast.producers.simulator.SimulationSource;
import io.ballast.producers.sink.CommitCounts;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import io.ballast.streams.config.BallastConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast run producer simulator}: a made-up market, marked as such in every record. */
@Command(
        name = "simulator",
        description = "Writes a simulated market: prices, swaps, positions, all marked as simulated.")
final class RunSimulatorCommand implements Callable<Integer> {
    private static final double REAL_TIME = 1;

    private final CliContext context;
    private final InstantSource clock = InstantSource.system();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all that is random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--positions",
            paramLabel = "N",
            defaultValue = "60",
            description = "Positions open at any time (default: ${DEFAULT-VALUE}).")
    private int positions;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long, such as 60s or 5m; without it, until it is told to end.")
    private Duration duration;

    @Option(
            names = "--producer-id",
            paramLabel = "ID",
            defaultValue = "simulator",
            description =
                    "Names the producer for good (default: ${DEFAULT-VALUE}); a second of the same name ends the first.")
    private String producerId;

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            description =
                    "When trading begins, such as 2026-01-31T12:00:00Z; default: now, or where an earlier run of this producer began.")
    private Instant start;

    @Option(
            names = "--alive-file",
            paramLabel = "FILE",
            description = "A file to touch while it runs: for health checks.")
    private Path aliveFile;

    RunSimulatorCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (positions < SimulationOptions.LEAST_POSITIONS) {
            throw new UsageError("--positions must be " + SimulationOptions.LEAST_POSITIONS + " or more");
        }
        BallastConfig config = Settings.of(context).config();
        Cluster.connect(config).close();
        Map<String, String> settings = ProducerSettings.of(config);
        SimulationOptions options = SimulationOptions.demo(seed, tradingStart(config), positions);
        SinkOptions sinkOptions = SinkOptions.of(settings, producerId, SimulationSource.of(options));
        CommitCounts commits = new CommitCounts();
        SimulatorMonitor monitor = new SimulatorMonitor(commits, clock);
        try (Monitoring monitoring = Monitoring.start(config, Monitoring.UsualPort.SIMULATOR, monitor);
                TransactionalSink sink = TransactionalSink.open(sinkOptions, clock, commits);
                AliveFile alive = new AliveFile(aliveFile, clock)) {
            monitoring.announce(context.terminal().err());
            report(simulate(options, sink, () -> {
                alive.touch();
                monitor.step();
            }));
        }
        return ExitCode.OK;
    }

    private SimulationProgress simulate(SimulationOptions options, TransactionalSink sink, Runnable atEachBlock) {
        ClockPacer pacer = ClockPacer.live(options.tradingStart(), REAL_TIME, clock);
        MarketSimulator simulator = new MarketSimulator(options, sink, blockTime -> {
            atEachBlock.run();
            return pacer.untilDue(blockTime);
        });
        context.interruption().onSignal(simulator::stop);
        return duration == null
                ? simulator.run()
                : simulator.run(clock.instant().plus(duration));
    }

    private Instant tradingStart(BallastConfig config) {
        if (start != null) {
            return start;
        }
        return EarlierRun.source(config, producerId, clock)
                .map(source -> SimulationSource.tradingStart(source)
                        .orElseThrow(() -> new CommandFailed("producer " + producerId + " has written another source, ["
                                + source + "]: give --producer-id")))
                .orElseGet(clock::instant);
    }

    private void report(SimulationProgress progress) {
        context.terminal()
                .out()
                .println("simulated " + progress.blocks() + " blocks, " + progress.ticks() + " ticks, "
                        + progress.positionEvents() + " position events; " + progress.openPositions()
                        + " positions are open");
    }
}
