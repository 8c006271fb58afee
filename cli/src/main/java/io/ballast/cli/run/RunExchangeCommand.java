/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CliContext;
import io.ballast.cli.ExitCode;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.producers.connection.SocketDialer;
import io.ballast.producers.exchange.ExchangeFeed;
import io.ballast.producers.exchange.FeedOptions;
import io.ballast.producers.exchange.FeedProgress;
import io.ballast.producers.exchange.FeedSettings;
import io.ballast.producers.monitoring.FeedMonitor;
import io.ballast.producers.sink.CommitCounts;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.ResolvedSettings;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast run producer exchange}: what exchanges say of their markets into the input topics. */
@Command(
        name = "exchange",
        description =
                "Hears public feeds of exchanges: trades, bid and ask, marks, indices, funding, options. Connects again"
                        + " whatever happens. What to hear is said by the settings exchange.* of --config FILE.")
final class RunExchangeCommand implements Callable<Integer> {
    private final CliContext context;
    private final InstantSource clock = InstantSource.system();

    @Option(names = "--dry-run", description = "Print what would be sent, as JSON lines; no broker is needed.")
    private boolean dryRun;

    @Option(
            names = "--alive-file",
            paramLabel = "FILE",
            description =
                    "A file to touch while an exchange is connected and records are committed: for health checks.")
    private Path aliveFile;

    RunExchangeCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ResolvedSettings given = Settings.of(context).resolved();
        FeedSettings settings = new FeedSettings(given.values());
        FeedOptions options = settings.options();
        BallastConfig config = Settings.checked(given.without(FeedSettings.PREFIX));
        if (!dryRun) {
            Cluster.connect(config).close();
        }
        StoppablePause pause = new StoppablePause();
        context.interruption().onSignal(pause::stop);
        CommitCounts commits = new CommitCounts();
        FeedMonitor monitor = new FeedMonitor(commits, clock);
        PrintStream err = context.terminal().err();
        try (AliveFile alive = new AliveFile(aliveFile, clock);
                Monitoring monitoring = Monitoring.start(config, Monitoring.UsualPort.EXCHANGE, monitor);
                RecordSink sink = sink(settings.producerId(), config, commits)) {
            monitoring.announce(err);
            Progress<FeedProgress> progress = new Progress<>(alive, clock, err, FeedProgress::isHealthy, FeedLine::of);
            feed(options, sink, monitor.andThen(progress), pause).run();
            progress.last();
        }
        return ExitCode.OK;
    }

    private RecordSink sink(String producerId, BallastConfig config, CommitCounts commits) {
        if (dryRun) {
            return new PrintingSink(context.terminal().out(), producerId);
        }
        SinkOptions options = SinkOptions.of(ProducerSettings.of(config), producerId, FeedOptions.SOURCE)
                .live();
        return TransactionalSink.open(options, clock, commits);
    }

    private ExchangeFeed feed(
            FeedOptions options, RecordSink sink, Consumer<FeedProgress> progress, StoppablePause pause) {
        SocketDialer dialer = new SocketDialer(
                HttpClient.newHttpClient(), options.patience().connecting(), options.maxMessageChars());
        return new ExchangeFeed(
                options, sink, dialer, new SplittableRandom(), clock, System::nanoTime, progress, pause);
    }
}
