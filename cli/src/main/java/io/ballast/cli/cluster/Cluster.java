/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.cluster;

import io.ballast.cli.CommandFailed;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.ClientKind;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** The Kafka cluster and the registry that the settings name: clients for short visits. */
public final class Cluster implements AutoCloseable {
    private static final String BOOTSTRAP = CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
    private static final int PATIENCE_MS = 10_000;

    private final BallastConfig config;
    private final Admin admin;

    private Cluster(BallastConfig config, Admin admin) {
        this.config = config;
        this.admin = admin;
    }

    public static boolean isConfigured(BallastConfig config) {
        return config.kafka(ClientKind.ADMIN).containsKey(BOOTSTRAP);
    }

    /**
     * @throws CommandFailed if the settings name none, or it does not answer in ten seconds
     */
    public static Cluster connect(BallastConfig config) {
        if (!isConfigured(config)) {
            throw new CommandFailed("no cluster is configured: set kafka." + BOOTSTRAP
                    + " in --config FILE, with --set, or" + " as BALLAST_KAFKA_BOOTSTRAP_SERVERS");
        }
        Map<String, Object> settings = config.kafka(ClientKind.ADMIN);
        settings.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        try {
            return new Cluster(config, Admin.create(settings)).answering("reach Kafka at " + settings.get(BOOTSTRAP));
        } catch (KafkaException refused) {
            throw new CommandFailed(
                    "cannot reach Kafka at " + settings.get(BOOTSTRAP) + ": " + ConnectionProblem.of(refused), refused);
        }
    }

    /** One that does not answer is closed: it would go on trying to sign in. */
    private Cluster answering(String what) {
        try {
            answer(admin.describeCluster().clusterId(), what);
            return this;
        } catch (CommandFailed refused) {
            close();
            throw refused;
        }
    }

    public Admin admin() {
        return admin;
    }

    public BallastConfig config() {
        return config;
    }

    /** Settings for a consumer. */
    public Map<String, Object> consumer() {
        return new HashMap<>(config.kafka(ClientKind.CONSUMER));
    }

    /** Settings for a producer. */
    public Map<String, Object> producer() {
        return new HashMap<>(config.kafka(ClientKind.PRODUCER));
    }

    /** A new client of the registry, which the caller closes. */
    public SchemaRegistryClient registry() {
        return RegistryClients.create(config.registry());
    }

    /**
     * What the broker answers.
     *
     * @param what  completes "cannot …"
     * @throws CommandFailed if it refuses or does not answer in time
     */
    public <T> T answer(KafkaFuture<T> question, String what) {
        try {
            return question.get();
        } catch (ExecutionException refused) {
            throw new CommandFailed("cannot " + what + ": " + ConnectionProblem.of(refused), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while trying to " + what, interrupted);
        }
    }

    /** Closes a registry client; that it cannot be closed changes nothing for anybody. */
    public static void close(SchemaRegistryClient registry) {
        try {
            registry.close();
        } catch (IOException unclosable) {
            throw new CommandFailed("cannot close the registry client: " + unclosable.getMessage(), unclosable);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
