/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.utils.Time;

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

    private static final Duration MOST_TO_WAIT = Duration.ofSeconds(30);
    /** Written by a broker that stops in order, and removed when it starts. */
    private static final String STOPPED_IN_ORDER = ".kafka_cleanshutdown";

    private FormerRegistration() {}

    /** True for a folder of a broker that was killed. */
    static boolean isLeftIn(Path folder) {
        return Files.exists(folder.resolve("meta.properties")) && Files.notExists(folder.resolve(STOPPED_IN_ORDER));
    }

    /** Runs the controller alone until the broker is no longer registered. */
    static void end(Path folder, int controllerPort) throws ExecutionException, InterruptedException, TimeoutException {
        KafkaRaftServer controller = new KafkaRaftServer(
                new KafkaConfig(BrokerSettings.ofControllerAlone(folder, controllerPort), false), Time.SYSTEM);
        try {
            controller.startup();
            unregister(controllerPort);
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static void unregister(int controllerPort)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, "127.0.0.1:" + controllerPort);
        try (Admin admin = Admin.create(settings)) {
            admin.unregisterBroker(BrokerSettings.NODE_ID).all().get(MOST_TO_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            // It was killed before it had registered, or after this had been done.
            if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw e;
            }
        }
    }
}
