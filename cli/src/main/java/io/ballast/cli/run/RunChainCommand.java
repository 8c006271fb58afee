/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.ExitCode;
import io.ballast.cli.config.Settings;
import io.ballast.producers.follow.ChainFollower;
import io.ballast.producers.follow.FollowException;
import io.ballast.producers.follow.FollowOptions;
import io.ballast.producers.follow.FollowProgress;
import io.ballast.producers.follow.FollowSettings;
import io.ballast.producers.rpc.Endpoints;
import io.ballast.producers.rpc.JsonRpc;
import io.ballast.producers.rpc.RpcException;
import io.ballast.producers.sink.JournalReader;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast run producer chain}: a live chain into the input topics. */
@Command(
        name = "chain",
        description =
                "Follows an EVM chain over JSON-RPC, through reorganisations. Killed and started again, it goes on"
                        + " where it was. What to follow is said by the settings chain.* of --config FILE.")
final class RunChainCommand implements Callable<Integer> {
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
        StoppablePause pause = new StoppablePause();
        context.interruption().onSignal(pause::stop);
        try (AliveFile alive = new AliveFile(aliveFile, clock)) {
            Progress<FollowProgress> progress =
                    new Progress<>(alive, clock, context.terminal().err(), step -> true, FollowLine::of);
            if (dryRun) {
                PrintingSink sink = new PrintingSink(context.terminal().out(), settings.producerId());
                follower(options, settings.producerId(), sink, progress, pause).run();
            } else {
                follow(options, settings.producerId(), given, progress, pause);
            }
            progress.last();
            return ExitCode.OK;
        } catch (FollowException | RpcException failed) {
            throw new CommandFailed(failed.getMessage(), failed);
        }
    }

    private void follow(
            FollowOptions options,
            String producerId,
            Map<String, String> given,
            Consumer<FollowProgress> progress,
            StoppablePause pause) {
        Map<String, String> others = ProducerSettings.without(FollowSettings.PREFIX, given);
        Map<String, String> kafka = ProducerSettings.of(Settings.checked(others));
        SinkOptions sinkOptions = SinkOptions.of(kafka, producerId, options.source());
        try (TransactionalSink sink = TransactionalSink.open(sinkOptions, clock)) {
            ChainFollower follower = follower(options, producerId, sink, progress, pause);
            new JournalReader(sinkOptions, clock).forEach(follower::resume);
            sink.requireCaughtUp();
            follower.run();
        }
    }

    private static ChainFollower follower(
            FollowOptions options,
            String producerId,
            RecordSink sink,
            Consumer<FollowProgress> progress,
            StoppablePause pause) {
        Duration timeout = options.timeout();
        HttpClient http = JsonRpc.client(timeout);
        Endpoints endpoints = new Endpoints(
                options.endpoints(),
                endpoint -> new JsonRpc(endpoint, http, timeout),
                options.catalogue().chainId(),
                options.requestsPerSecond(),
                new SplittableRandom(),
                System::nanoTime,
                pause);
        return new ChainFollower(options, producerId, endpoints, sink, progress, pause);
    }
}
