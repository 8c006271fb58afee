/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.ErrorReporter;
import io.ballast.cli.ExitCode;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.streams.InstanceMonitor;
import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast run streams}: an instance of the topology. */
@Command(
        name = "streams",
        description =
                "Runs an instance of the topology: price ticks and positions in, risk out. Several share the work.")
final class RunStreamsCommand implements Callable<Integer> {
    private static final long LOOK_SECONDS = 1;

    private final CliContext context;

    @Option(
            names = "--alive-file",
            paramLabel = "FILE",
            description = "A file to touch every second while it runs: for health checks.")
    private Path aliveFile;

    RunStreamsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        BallastConfig config = Settings.of(context).config();
        // Says in a second what a topology would try for minutes.
        Cluster.connect(config).close();
        CountDownLatch stop = new CountDownLatch(1);
        context.interruption().onSignal(stop::countDown);
        try (AliveFile alive = new AliveFile(aliveFile, InstantSource.system());
                RiskApplication application = RiskApplication.start(config);
                InstanceMonitor monitor = InstanceMonitor.start(application, InstantSource.system());
                Monitoring monitoring = Monitoring.start(config, Monitoring.UsualPort.STREAMS, monitor)) {
            monitoring.announce(context.terminal().err());
            while (!stop.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                requireRunning(application);
                if (application.state() == KafkaStreams.State.RUNNING) {
                    alive.touch();
                }
            }
        }
        return ExitCode.OK;
    }

    private static void requireRunning(RiskApplication application) {
        application.failure().ifPresent(failure -> {
            throw new CommandFailed("the topology failed: " + ErrorReporter.summary(failure), failure);
        });
        if (application.state().hasCompletedShutdown()) {
            throw new CommandFailed("the topology has ended: " + application.state());
        }
    }
}
