/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import io.ballast.localstack.problem.PortTakenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The ports of one start, on 127.0.0.1: those asked for, and free ones for the rest. */
record StackPorts(int broker, int controller, int registry) {
    /**
     * Looks whether they are free, all at once so that no two are the same. Somebody else may still be quicker.
     *
     * @throws PortTakenException if a port that was asked for is used
     */
    static StackPorts choose(int askedBroker, int askedRegistry) {
        try (ServerSocket broker = bind("broker", askedBroker);
                ServerSocket registry = bind("schema registry", askedRegistry);
                ServerSocket controller = bind("broker's controller", 0)) {
            return new StackPorts(broker.getLocalPort(), controller.getLocalPort(), registry.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException("A socket that was just opened cannot be closed", e);
        }
    }

    private static ServerSocket bind(String owner, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // As servers do: the connections of a former one may still be winding up.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw (PortTakenException) new PortTakenException(owner, port).initCause(e);
        }
    }
}
