/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.broker;

import java.nio.file.Path;
import java.util.Map;

/** A broker in a process that can be killed. Arguments: its folder and its ports. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        int controllerPort = Integer.parseInt(arguments[2]);
        try (EmbeddedBroker broker = EmbeddedBroker.start(
                Path.of(arguments[0]), port, controllerPort, Map.of(), fault -> System.err.println(fault))) {
            System.out.println("READY " + broker.bootstrapServers());
            while (System.in.read() >= 0) {
                // Until killed.
            }
        }
    }
}
