/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.ExitCode;
import io.ballast.cli.config.Settings;
import io.ballast.producers.connection.SocketDialer;
import io.ballast.producers.follow.ChainFollower;
import io.ballast.producers.follow.FollowException;
import io.ballast.producers.follow.FollowOptions;
import io.ballast.producers.follow.FollowProgress;
import io.ballast.producers.follow.FollowSettings;
import io.ballast.producers.follow.HeadLatency;
import io.ballast.producers.follow.HeadSubscriptions;
import io.ballast.producers.monitoring.ChainMonitor;
import io.ballast.producers.rpc.Endpoints;
import io.ballast.producers.rpc.JsonRpc;
import io.ballast.producers.rpc.RpcException;
import io.ballast.producers.sink.CommitCounts;
import io.ballast.producers.sink.JournalReader;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import io.ballast.producers.waiting.WakeablePause;
import io.ballast.streams.config.BallastConfig;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast run producer chain}: a live chain into the input topics. */
@Command(
        name = "chain",
        description =
                "Follows an EVM chain over JSON-RPC, through reorganisations. Killed and started again, it goes on"
                        + " where it was. What to follow is said by the settings chain.* of --config FILE.")
final class RunChainCommand implements Callable<Integer> {
    private static final int MAX_HEAD_CHARS = 1_000_000;

    private final CliContext context;
    private final InstantSource clock = InstantSource.system();

    @Option(
            names = "--dry-run",
            description = "Print what would be sent, as JSON lines, from the start block on; no broker is needed.")
    private boolean dryRun;

    @Option(
            names = "--alive-file",
            paramLabel = "FILE",
            description = "A file to touch while nodes answer and records are committed: for health checks.")
    private Path aliveFile;

    RunChainCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Map<String, String> given = Settings.of(context).merged();
        FollowSettings settings = new FollowSettings(given);
        FollowOptions options = settings.options();
        BallastConfig config = Settings.checked(ProducerSettings.without(FollowSettings.PREFIX, given));
        StoppablePause pause = new StoppablePause();
        WakeablePause betweenLooks = new WakeablePause();
        context.interruption().onSignal(() -> {
            pause.stop();
            betweenLooks.stop();
        });
        Endpoints endpoints = endpoints(options, pause);
        CommitCounts commits = new CommitCounts();
        ChainMonitor monitor = new ChainMonitor(commits, endpoints.counts(), clock);
        HeadLatency latency = new HeadLatency(monitor::committed, System::nanoTime);
        try (HeadSubscriptions heads = heads(options, latency, betweenLooks)) {
            monitor.hearing(heads::states);
            heads.start();
            run(
                    config,
                    settings.producerId(),
                    options,
                    commits,
                    monitor,
                    (sink, listener) -> new ChainFollower(
                            options, settings.producerId(), endpoints, sink, listener, latency, betweenLooks));
            return ExitCode.OK;
        } catch (FollowException | RpcException failed) {
            throw new CommandFailed(failed.getMessage(), failed);
        }
    }

    private void run(
            BallastConfig config,
            String producerId,
            FollowOptions options,
            CommitCounts commits,
            ChainMonitor monitor,
            BiFunction<RecordSink, Consumer<FollowProgress>, ChainFollower> toFollower) {
        PrintStream err = context.terminal().err();
        try (AliveFile alive = new AliveFile(aliveFile, clock);
                Monitoring monitoring = Monitoring.start(config, Monitoring.UsualPort.CHAIN, monitor)) {
            monitoring.announce(err);
            Progress<FollowProgress> progress = new Progress<>(alive, clock, err, step -> true, FollowLine::of);
            Consumer<FollowProgress> listener = monitor.andThen(progress);
            if (dryRun) {
                PrintingSink sink = new PrintingSink(context.terminal().out(), producerId);
                toFollower.apply(sink, listener).run();
            } else {
                SinkOptions sinkOptions = SinkOptions.of(ProducerSettings.of(config), producerId, options.source());
                follow(sinkOptions, commits, sink -> toFollower.apply(sink, listener));
            }
            progress.last();
        }
    }

    private void follow(SinkOptions options, CommitCounts commits, Function<RecordSink, ChainFollower> toFollower) {
        try (TransactionalSink sink = TransactionalSink.open(options, clock, commits)) {
            ChainFollower follower = toFollower.apply(sink);
            new JournalReader(options, clock).forEach(follower::resume);
            sink.requireCaughtUp();
            follower.run();
        }
    }

    private static HeadSubscriptions heads(FollowOptions options, HeadLatency latency, WakeablePause betweenLooks) {
        SocketDialer dialer = new SocketDialer(JsonRpc.client(options.timeout()), options.timeout(), MAX_HEAD_CHARS);
        return new HeadSubscriptions(options, dialer, new SplittableRandom(), System::nanoTime, number -> {
            latency.known(number);
            betweenLooks.wake();
        });
    }

    private static Endpoints endpoints(FollowOptions options, StoppablePause pause) {
        Duration timeout = options.timeout();
        HttpClient http = JsonRpc.client(timeout);
        return new Endpoints(
                options.nodes(),
                endpoint -> new JsonRpc(endpoint, http, timeout),
                options.catalogue().chainId(),
                options.requestsPerSecond(),
                new SplittableRandom(),
                System::nanoTime,
                pause);
    }
}
