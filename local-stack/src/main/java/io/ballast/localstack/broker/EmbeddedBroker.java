/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.broker;

import io.ballast.localstack.problem.BrokerFailedException;
import io.ballast.localstack.problem.PortTakenException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A KRaft broker and controller in this JVM, on 127.0.0.1. Kafka's server classes are no public API: see its test. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Duration MOST_TO_STOP = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final KafkaRaftServer server;
    private final int port;
    private final Consumer<String> onFault;

    private EmbeddedBroker(KafkaRaftServer server, int port, Consumer<String> onFault) {
        this.server = server;
        this.port = port;
        this.onFault = onFault;
    }

    /**
     * Formats the folder if it is new, and starts.
     *
     * @param folder     its logs and metadata, kept over restarts
     * @param overrides  broker settings that take precedence over ours
     * @param onFault    told of a fatal fault, which would else halt the JVM
     * @throws BrokerFailedException if it cannot start
     * @throws PortTakenException if a port is used
     */
    public static EmbeddedBroker start(
            Path folder, int port, int controllerPort, Map<String, String> overrides, Consumer<String> onFault) {
        KafkaHalts.listen(onFault);
        KafkaRaftServer server = null;
        try {
            if (FormerRegistration.isLeftIn(folder)) {
                FormerRegistration.end(folder, controllerPort);
            }
            format(folder);
            server = new KafkaRaftServer(
                    new KafkaConfig(BrokerSettings.of(folder, port, controllerPort, overrides), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server, port, onFault);
        } catch (Exception e) {
            stopQuietly(server);
            KafkaHalts.forget(onFault);
            if (isBindFailure(e)) {
                throw new PortTakenException("broker", port);
            }
            throw new BrokerFailedException("The broker cannot start in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void format(Path folder) throws Exception {
        if (isFormatted(folder)) {
            return;
        }
        Files.createDirectories(folder);
        Formatter formatter = new Formatter();
        formatter.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        formatter
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    static boolean isFormatted(Path folder) {
        return Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME));
    }

    private static boolean isBindFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops; after a fault, which may have left threads that never end, it is given up after a while. */
    @Override
    public void close() {
        Thread stopping = new Thread(() -> stopQuietly(server), "broker-stop");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(MOST_TO_STOP.toMillis());
            if (stopping.isAlive()) {
                LOG.warn("The broker did not stop within {} s and is left to itself", MOST_TO_STOP.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            KafkaHalts.forget(onFault);
        }
    }

    static void stopQuietly(KafkaRaftServer server) {
        if (server == null) {
            return;
        }
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            LOG.warn("The broker did not stop cleanly", e);
        }
    }
}
