/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.awaitility.Awaitility.await;

import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.ClientKind;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/** What is committed on the input topics, seen from outside of all instances. */
final class CommittedInput {

    private CommittedInput() {}

    /**
     * Waits until all of it has been processed, by whatever instances there are.
     *
     * @param config  of any of them
     */
    static void awaitProcessed(BallastConfig config, Duration atMost) {
        try (Admin admin = Admin.create(config.kafka(ClientKind.ADMIN))) {
            InputLag lag = new InputLag(admin, config);
            await().atMost(atMost).until(() -> lag.offsets() == 0);
        }
    }
}
