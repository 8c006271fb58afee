/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.cli.Build;
import io.ballast.cli.CommandFailed;
import io.ballast.monitoring.Monitored;
import io.ballast.monitoring.MonitoredBuild;
import io.ballast.monitoring.MonitoringServer;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.MonitoringKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Serves metrics and health of a process where the settings say. */
final class Monitoring implements AutoCloseable {

    /** Ports, as long as settings name none: those that run on one machine do not get into each other's way. */
    enum UsualPort {
        STREAMS(9470),
        CHAIN(9471),
        EXCHANGE(9472),
        REPLAY(9473),
        SIMULATOR(9474),
        DESK(9475);

        private final int number;

        UsualPort(int number) {
            this.number = number;
        }
    }

    private static final int ANY = 0;

    private final Optional<MonitoringServer> server;

    private Monitoring(Optional<MonitoringServer> server) {
        this.server = server;
    }

    /**
     * Begins to serve, unless the settings say that nothing is.
     *
     * @throws CommandFailed if it cannot listen where it is told to
     */
    static Monitoring start(BallastConfig config, UsualPort usual, Monitored process) {
        Monitored monitored = new MonitoredBuild(Build.info(), process);
        String host = config.getString(MonitoringKeys.HOST);
        String port = config.getString(MonitoringKeys.PORT);
        if (port.equals(MonitoringKeys.OFF)) {
            return new Monitoring(Optional.empty());
        }
        try {
            MonitoringServer server = port.equals(MonitoringKeys.AUTO)
                    ? startNear(host, usual.number, monitored)
                    : MonitoringServer.start(address(host, Integer.parseInt(port)), monitored);
            return new Monitoring(Optional.of(server));
        } catch (IOException refused) {
            throw new CommandFailed(
                    "cannot serve metrics and health on " + host + ":" + port + ": " + refused.getMessage() + "; set "
                            + MonitoringKeys.PORT + " and " + MonitoringKeys.HOST,
                    refused);
        }
    }

    /** Says where it serves. */
    void announce(PrintStream err) {
        server.ifPresent(serving -> err.println("metrics and health: " + serving.address()));
    }

    private static MonitoringServer startNear(String host, int port, Monitored monitored) throws IOException {
        try {
            return MonitoringServer.start(address(host, port), monitored);
        } catch (BindException taken) {
            return MonitoringServer.start(address(host, ANY), monitored);
        }
    }

    private static InetSocketAddress address(String host, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("no such host");
        }
        return address;
    }

    @Override
    public void close() {
        server.ifPresent(MonitoringServer::close);
    }
}
