/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CliContext;
import io.ballast.cli.ExitCode;
import io.ballast.cli.UsageError;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.cli.replay.BytesRead;
import io.ballast.cli.replay.InputOptions;
import io.ballast.cli.replay.ReplayInput;
import io.ballast.cli.replay.SentRemarks;
import io.ballast.cli.replay.UnmetSnapshots;
import io.ballast.cli.terminal.ProgressBar;
import io.ballast.producers.monitoring.ReplayMonitor;
import io.ballast.producers.replay.PacedSink;
import io.ballast.producers.replay.ReplayListener;
import io.ballast.producers.replay.ReplaySummary;
import io.ballast.producers.simulator.ClockPacer;
import io.ballast.producers.sink.CommitCounts;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.Throttle;
import io.ballast.producers.sink.ThrottledSink;
import io.ballast.producers.sink.TransactionalSink;
import io.ballast.producers.waiting.Pause;
import io.ballast.streams.config.BallastConfig;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ballast run producer replay}: recorded input into the topics of a given cluster. */
@Command(
        name = "replay",
        description = "Writes recorded input to the input topics. Killed and started again, it goes on where it was.")
final class RunReplayCommand implements Callable<Integer> {
    private final CliContext context;
    private final InstantSource clock = InstantSource.system();
    private final Pause sleep = new StoppablePause();

    @Mixin
    private InputOptions options;

    @Mixin
    private WindowOptions part;

    @Option(
            names = "--producer-id",
            paramLabel = "ID",
            defaultValue = "replay",
            description = "Names the producer for good (default: ${DEFAULT-VALUE}); another input needs another name.")
    private String producerId;

    @Option(names = "--rate", paramLabel = "N", description = "At most so many records a second.")
    private Double rate;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "max",
            converter = SpeedConverter.class,
            description = "How fast time passes: 1 as it did, 10 ten times as fast, max as fast as possible (default:"
                    + " ${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--dry-run", description = "Print what would be sent, as JSON lines; no broker is needed.")
    private boolean dryRun;

    RunReplayCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (rate != null && !(rate > 0 && rate <= 1e9)) {
            throw new UsageError("--rate " + rate + " is not above 0");
        }
        ReplayInput input = options.input(part.times(), part.blocks());
        context.interruption().onSignal(Thread.currentThread()::interrupt);
        return dryRun
                ? send(input, new PrintingSink(context.terminal().out(), producerId), ReplayListener.SILENT, sleep)
                : sendToCluster(input);
    }

    private int sendToCluster(ReplayInput input) {
        BallastConfig config = Settings.of(context).config();
        Cluster.connect(config).close();
        SinkOptions sinkOptions = SinkOptions.of(ProducerSettings.of(config), producerId, input.source());
        CommitCounts commits = new CommitCounts();
        ReplayMonitor monitor = new ReplayMonitor(commits, clock);
        try (Monitoring monitoring = Monitoring.start(config, Monitoring.UsualPort.REPLAY, monitor)) {
            monitoring.announce(context.terminal().err());
            return send(input, TransactionalSink.open(sinkOptions, clock, commits), monitor, monitor.watched(sleep));
        }
    }

    private int send(ReplayInput input, RecordSink into, ReplayListener watching, Pause pause) {
        try (ProgressBar bar = new ProgressBar(context.terminal(), "reading");
                RecordSink sink = paced(throttled(into), pause)) {
            ReplaySummary sent = input.send(sink, watching.and(new BytesRead(bar, System::nanoTime)));
            report(sent);
            UnmetSnapshots.tell(sent, context.terminal().err());
            return sent.unmetSnapshots().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private RecordSink throttled(RecordSink sink) {
        return rate == null ? sink : new ThrottledSink(sink, new Throttle(rate, System::nanoTime), sleep);
    }

    private RecordSink paced(RecordSink sink, Pause pause) {
        return Double.isInfinite(speed) ? sink : new PacedSink(sink, ClockPacer.fromFirstBlock(speed, clock), pause);
    }

    /** What a dry run prints is for programs, this is for people. */
    private void report(ReplaySummary sent) {
        PrintStream out = dryRun ? context.terminal().err() : context.terminal().out();
        out.println(sent.lines() + " lines, " + sent.blocks() + " blocks: " + sent.records() + " records written, "
                + sent.recordsBefore() + " by an earlier run, " + sent.deadLetters() + " dead letters");
        SentRemarks.of(sent).forEach(remark -> out.println("- " + remark));
    }
}
