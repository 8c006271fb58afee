/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.ExitCode;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.cli.desk.DeskMonitor;
import io.ballast.cli.desk.Desks;
import io.ballast.desk.Desk;
import io.ballast.desk.PortTakenException;
import io.ballast.streams.config.BallastConfig;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast run desk}: the dashboard and API over the output topics. */
@Command(
        name = "desk",
        description = "Serves the risk desk: a web dashboard, REST and a stream of events over the output topics.")
final class RunDeskCommand implements Callable<Integer> {
    private static final long LOOK_SECONDS = 1;

    private final CliContext context;
    private final InstantSource clock = InstantSource.system();

    @Option(
            names = "--alive-file",
            paramLabel = "FILE",
            description = "A file to touch every second while it reads: for health checks.")
    private Path aliveFile;

    RunDeskCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        BallastConfig config = Settings.of(context).config();
        CountDownLatch stop = new CountDownLatch(1);
        context.interruption().onSignal(stop::countDown);
        try (Cluster cluster = Cluster.connect(config)) {
            SchemaRegistryClient registry = cluster.registry();
            try (AliveFile alive = new AliveFile(aliveFile, clock);
                    Desk desk = Desks.start(config, registry, clock);
                    Monitoring monitoring =
                            Monitoring.start(config, Monitoring.UsualPort.DESK, new DeskMonitor(desk))) {
                monitoring.announce(context.terminal().err());
                context.terminal().out().println("desk " + desk.address());
                await(stop, desk, alive);
            } catch (PortTakenException taken) {
                throw new CommandFailed(taken.getMessage(), taken);
            } finally {
                Cluster.close(registry);
            }
        }
        return ExitCode.OK;
    }

    private static void await(CountDownLatch stop, Desk desk, AliveFile alive) throws InterruptedException {
        while (!stop.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
            if (!desk.isAlive()) {
                throw new CommandFailed("the desk reads no more; its log says why");
            }
            if (desk.status().brokerAnswers()) {
                alive.touch();
            }
        }
    }
}
