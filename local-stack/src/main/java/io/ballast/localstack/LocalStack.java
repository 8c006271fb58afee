/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import io.ballast.localstack.broker.EmbeddedBroker;
import io.ballast.localstack.problem.LocalStackException;
import io.ballast.localstack.problem.PortTakenException;
import io.ballast.localstack.registry.SchemaRegistry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker in this JVM and a real schema registry beside it, both on 127.0.0.1: for the demo, for replays and
 * for tests.
 *
 * <p>In a data folder of one's own, topics, offsets and schemas with their ids outlive the stack, also when its process
 * is killed. The registry ends with this JVM, however that ends. Close the stack after all that uses it. Thread-safe.
 */
public final class LocalStack implements AutoCloseable {
    private static final int TRIES_FOR_FREE_PORTS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    private final StackFolder folder;
    private final EmbeddedBroker broker;
    private final SchemaRegistry registry;
    private final Failures failures;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalStack(StackFolder folder, EmbeddedBroker broker, SchemaRegistry registry, Failures failures) {
        this.folder = folder;
        this.broker = broker;
        this.registry = registry;
        this.failures = failures;
    }

    /**
     * Starts broker and registry, and returns when both answer.
     *
     * @throws LocalStackException if that is not possible; subclasses in {@code io.ballast.localstack.problem} say why: a
     *     port taken, a folder in use, too little memory, a registry that dies or is not to be found. Nothing is left
     *     running, and nothing is left of a temporary folder
     */
    public static LocalStack start(LocalStackOptions options) {
        long begin = System.nanoTime();
        Memory.require(options.registryHeapMegabytes());
        StackFolder folder = StackFolder.open(options.dataDirectory());
        try {
            LocalStack stack = startOnPorts(folder, options);
            LOG.info(
                    "Local stack ready in {} ms: broker {}, schema registry {}, data in {}",
                    (System.nanoTime() - begin) / 1_000_000,
                    stack.bootstrapServers(),
                    stack.registryUrl(),
                    folder.path());
            return stack;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** A free port may be gone by the time it is used; one that was asked for is asked for again, to no harm. */
    private static LocalStack startOnPorts(StackFolder folder, LocalStackOptions options) {
        for (int attempt = 1; attempt < TRIES_FOR_FREE_PORTS; attempt++) {
            StackPorts ports = StackPorts.choose(options.brokerPort(), options.registryPort());
            try {
                return start(folder, ports, options);
            } catch (PortTakenException e) {
                LOG.info("{}; trying again", e.getMessage());
            }
        }
        return start(folder, StackPorts.choose(options.brokerPort(), options.registryPort()), options);
    }

    private static LocalStack start(StackFolder folder, StackPorts ports, LocalStackOptions options) {
        Failures failures = new Failures();
        SchemaRegistry registry = SchemaRegistry.launch(
                options.cacheDirectory(),
                options.registryArchive(),
                folder.registry(),
                ports.registry(),
                options.registryHeapMegabytes());
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(
                    folder.broker(),
                    ports.broker(),
                    ports.controller(),
                    options.brokerSettings(),
                    fault -> failures.report(new StackFailure(StackFailure.Part.BROKER, fault)));
            return join(folder, broker, registry, failures, options);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    private static LocalStack join(
            StackFolder folder,
            EmbeddedBroker broker,
            SchemaRegistry registry,
            Failures failures,
            LocalStackOptions options) {
        try {
            registry.awaitReady(options.startTimeout());
            registry.onDeath(death -> failures.report(new StackFailure(StackFailure.Part.REGISTRY, death)));
            return new LocalStack(folder, broker, registry, failures);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** For {@code bootstrap.servers}, such as {@code 127.0.0.1:40123}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** For {@code schema.registry.url}: the Confluent API of the registry. */
    public String registryUrl() {
        return registry.url();
    }

    /** Where the data is; the registry's log is {@code registry/registry.log} in it. */
    public Path dataDirectory() {
        return folder.path();
    }

    /** Process id of the registry. */
    public long registryPid() {
        return registry.pid();
    }

    /** The first failure of a part since the start; empty while all is well. */
    public Optional<StackFailure> failure() {
        return failures.first();
    }

    /** Has somebody told of the first failure, in a thread of the stack's; at once if it has happened already. */
    public void onFailure(Consumer<StackFailure> listener) {
        failures.listen(listener);
    }

    /** Stops both, waits until they have stopped, and removes a temporary folder. Further calls do nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        failures.expectTheEnd();
        try (StackFolder toRelease = folder;
                EmbeddedBroker toStop = broker) {
            LOG.debug("Stopping {} and the stack in {}", toStop.bootstrapServers(), toRelease.path());
            registry.close();
        }
    }
}
