/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import io.ballast.schema.DeadLetter;
import io.ballast.schemas.access.TopologyTopics;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.Contracts;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.ClientKind;
import io.ballast.streams.config.StreamsSettings;
import io.ballast.streams.errors.DeadLetterWriter;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.state.SharedRocksMemory;
import io.ballast.streams.topology.RiskTopology;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The risk application, running: reads what producers write, keeps the books and publishes. Several instances with one
 * application id share the work. Thread-safe.
 */
public final class RiskApplication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RiskApplication.class);

    private final BallastConfig config;
    private final Admin admin;
    private final SchemaRegistryClient registry;
    private final SharedRocksMemory memory;
    private final BookCounters counters = new BookCounters();
    private final Lifecycle lifecycle = new Lifecycle();
    private final Restoration restoration = new Restoration();
    private final KafkaStreams streams;
    private final DiskWatch disk;
    private boolean closed;

    private RiskApplication(BallastConfig config, Admin admin, SchemaRegistryClient registry) {
        this.config = config;
        this.admin = admin;
        this.registry = registry;
        memory = new SharedRocksMemory(
                config.getLong(BallastKeys.ROCKSDB_CACHE_BYTES),
                config.getLong(BallastKeys.ROCKSDB_WRITE_BUFFER_BYTES));
        StreamsConfig settings = new StreamsConfig(StreamsSettings.of(config, deadLetterWriter(), memory));
        RiskTopology topology = new RiskTopology(config, registry, counters, Clock.systemUTC());
        streams = new KafkaStreams(topology.build(settings), settings);
        streams.setStateListener(lifecycle);
        streams.setUncaughtExceptionHandler(lifecycle);
        streams.setGlobalStateRestoreListener(restoration);
        streams.setStandbyUpdateListener(restoration);
        disk = new DiskWatch(() -> streams.metrics().values(), config.stateDirectory(), lifecycle::fail);
    }

    /**
     * Starts; returns before everything runs, see {@link #awaitRunning}.
     *
     * @throws ConfigException if a setting or a topic is missing or wrong
     * @throws RuntimeException if broker or registry do not answer
     */
    public static RiskApplication start(BallastConfig config) {
        LOG.info("Starting with{}{}", System.lineSeparator(), config);
        Admin admin = Admin.create(config.kafka(ClientKind.ADMIN));
        SchemaRegistryClient registry = null;
        try {
            new TopicCheck(admin, config).require();
            new ChangelogCheck(admin, config).require();
            registry = RegistryClients.create(config.registry());
            if (config.autoRegisterSchemas()) {
                new Contracts(registry, config.topicPrefix()).register(TopologyTopics.WRITTEN);
            }
            new Standbys(admin, config).ask();
            RiskApplication application = new RiskApplication(config, admin, registry);
            application.streams.start();
            application.disk.start();
            return application;
        } catch (RuntimeException e) {
            close(registry);
            admin.close(Duration.ZERO);
            throw e;
        }
    }

    /**
     * Runs until it is told to stop by a signal or fails; for a process of its own.
     *
     * @return exit code: 0 when it was stopped, 1 when it failed
     */
    public static int run(BallastConfig config) throws InterruptedException {
        try (RiskApplication application = start(config)) {
            Thread stop = new Thread(application::close, "stop-on-signal");
            Runtime.getRuntime().addShutdownHook(stop);
            application.lifecycle.awaitEnd();
            return application.failure().isPresent() ? 1 : 0;
        }
    }

    /**
     * Waits until all of this instance's share is restored and being worked on.
     *
     * @throws TimeoutException if that takes longer
     * @throws IllegalStateException if it failed or was closed
     */
    public void awaitRunning(Duration atMost) throws InterruptedException, TimeoutException {
        lifecycle.awaitRunning(atMost);
    }

    /** What it did and has, in this instance. */
    public BookCounters counters() {
        return counters;
    }

    /** What it has read to get its stores back, and to keep copies of others'. */
    public Restoration restoration() {
        return restoration;
    }

    /** How far all instances are behind their input. */
    public InputLag inputLag() {
        return new InputLag(admin, config);
    }

    /** Where it stands, in Kafka Streams' words. */
    public KafkaStreams.State state() {
        return streams.state();
    }

    /** What ended it; empty while it runs or when it was closed. */
    public Optional<Throwable> failure() {
        return lifecycle.failure();
    }

    /** Ends it, within the time that the settings give; what was processed is committed. Further calls do nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        disk.close();
        boolean clean = streams.close(CloseOptions.timeout(config.millis(BallastKeys.CLOSE_TIMEOUT_MS))
                .withGroupMembershipOperation(
                        config.getBoolean(BallastKeys.LEAVE_GROUP_ON_CLOSE)
                                ? GroupMembershipOperation.LEAVE_GROUP
                                : GroupMembershipOperation.REMAIN_IN_GROUP));
        if (clean) {
            memory.close();
        } else {
            // Stores may still be using it.
            LOG.error("Did not end within {}", config.millis(BallastKeys.CLOSE_TIMEOUT_MS));
        }
        close(registry);
        admin.close(Duration.ZERO);
    }

    private DeadLetterWriter deadLetterWriter() {
        return new DeadLetterWriter(
                config.topic(Topic.DEAD_LETTERS), RiskTopology.<DeadLetter>values(config, registry), counters);
    }

    private static void close(SchemaRegistryClient registry) {
        if (registry == null) {
            return;
        }
        try {
            registry.close();
        } catch (IOException e) {
            LOG.warn("The schema registry client did not close cleanly", e);
        }
    }
}
