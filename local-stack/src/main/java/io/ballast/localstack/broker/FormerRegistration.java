/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.UnregisterBrokerOptions;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.storage.internals.checkpoint.CleanShutdownFileHandler;

/**
 * What a broker that was killed left in the metadata: that it lives and leads its partitions.
 *
 * <p>Started again it believes that, and sends the markers of transactions that it finds open or half committed to itself, before
 * it listens. By the next try it has been registered anew and its partitions have no leader for a moment; Kafka 4.3 takes such
 * partitions for deleted and leaves the markers out for good (KAFKA-20734). What was aborted is then committed with the next
 * transaction of the same producer; what was committed stays unseen until then. So the controller first runs alone for a moment,
 * in which the former registration is ended: the broker starts without leaders and loads its transactions when all have come back.
 */
final class FormerRegistration {

    private static final int MOST_TO_WAIT_MS = 30_000;

    private FormerRegistration() {}

    /** True for a folder of a broker that was killed. */
    static boolean isLeftIn(Path folder) {
        return EmbeddedBroker.isFormatted(folder) && !new CleanShutdownFileHandler(folder.toString()).exists();
    }

    /** Runs the controller alone until the broker is no longer registered. */
    static void end(Path folder, int controllerPort) throws ExecutionException, InterruptedException {
        KafkaRaftServer controller = new KafkaRaftServer(
                new KafkaConfig(BrokerSettings.ofControllerAlone(folder, controllerPort), false), Time.SYSTEM);
        try {
            controller.startup();
            unregister(controllerPort);
        } finally {
            EmbeddedBroker.stopQuietly(controller);
        }
    }

    private static void unregister(int controllerPort) throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, "127.0.0.1:" + controllerPort);
        try (Admin admin = Admin.create(settings)) {
            admin.unregisterBroker(BrokerSettings.NODE_ID, new UnregisterBrokerOptions().timeoutMs(MOST_TO_WAIT_MS))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            // It was killed before it had registered, or after this had been done.
            if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw e;
            }
        }
    }
}
