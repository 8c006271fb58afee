/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.ExitCode;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.producers.follow.ChainFollower;
import io.ballast.producers.follow.FollowException;
import io.ballast.producers.follow.FollowOptions;
import io.ballast.producers.follow.FollowProgress;
import io.ballast.producers.follow.FollowSettings;
import io.ballast.producers.rpc.RpcException;
import io.ballast.producers.sink.JournalReader;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.ResolvedSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
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
        ResolvedSettings given = Settings.of(context).resolved();
        FollowSettings settings = new FollowSettings(given.values());
        FollowOptions options = settings.options();
        BallastConfig config = Settings.checked(given.without(FollowSettings.PREFIX));
        if (!dryRun) {
            Cluster.connect(config).close();
        }
        PrintStream err = context.terminal().err();
        try (FollowedChain chain = new FollowedChain(options, clock);
                AliveFile alive = new AliveFile(aliveFile, clock);
                Monitoring monitoring = Monitoring.start(config, Monitoring.UsualPort.CHAIN, chain.monitor())) {
            context.interruption().onSignal(chain::stop);
            chain.listen();
            monitoring.announce(err);
            Progress<FollowProgress> progress = new Progress<>(alive, clock, err, step -> true, FollowLine::of);
            if (dryRun) {
                PrintingSink sink = new PrintingSink(context.terminal().out(), settings.producerId());
                chain.into(sink, settings.producerId(), progress).run();
            } else {
                SinkOptions sinkOptions =
                        SinkOptions.of(ProducerSettings.of(config), settings.producerId(), options.source());
                follow(chain, sinkOptions, progress);
            }
            progress.last();
            return ExitCode.OK;
        } catch (FollowException | RpcException failed) {
            throw new CommandFailed(failed.getMessage(), failed);
        }
    }

    private void follow(FollowedChain chain, SinkOptions sinkOptions, Progress<FollowProgress> progress) {
        try (TransactionalSink sink = TransactionalSink.open(sinkOptions, clock, chain.commits())) {
            ChainFollower follower = chain.into(sink, sinkOptions.producerId(), progress);
            new JournalReader(sinkOptions, clock).forEach(follower::resume);
            sink.requireCaughtUp();
            follower.run();
        }
    }
}
