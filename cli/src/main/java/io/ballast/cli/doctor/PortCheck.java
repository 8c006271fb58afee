/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether a port of this machine can be had. */
final class PortCheck implements Check {
    private final String purpose;
    private final int port;

    /** @param port  0 for any free one */
    PortCheck(String purpose, int port) {
        this.purpose = purpose;
        this.port = port;
    }

    @Override
    public Finding look() {
        String subject = port == 0 ? "ports" : "port " + port;
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return Finding.ok(subject, socket.getLocalPort() + " is free, for " + purpose);
        } catch (IOException taken) {
            String detail = purpose + ": " + taken.getMessage();
            return port == 0 ? Finding.missing(subject, detail) : Finding.warning(subject, detail);
        }
    }
}
