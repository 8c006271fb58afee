/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.stack;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.localstack.StackFailure;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.serde.Contracts;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** A local stack with all topics and schemas in place, and a client of its registry. */
public final class PreparedStack implements AutoCloseable {
    private static final String BOOTSTRAP = "bootstrap.servers";

    private final LocalStack stack;
    private final SchemaRegistryClient registry;

    private PreparedStack(LocalStack stack, SchemaRegistryClient registry) {
        this.stack = stack;
        this.registry = registry;
    }

    /**
     * @param plan  of the topics; those that a kept data folder has already stay as they are
     * @throws io.ballast.localstack.problem.LocalStackException if the stack cannot start
     */
    public static PreparedStack start(LocalStackOptions options, TopicPlan plan) {
        LocalStack stack = LocalStack.start(options);
        try {
            return prepare(stack, plan);
        } catch (RuntimeException | Error failed) {
            stack.close();
            throw failed;
        }
    }

    private static PreparedStack prepare(LocalStack stack, TopicPlan plan) {
        try (Admin admin = Admin.create(Map.of(BOOTSTRAP, stack.bootstrapServers()))) {
            new TopicCreation(admin, plan).ensureAll();
        }
        SchemaRegistryClient registry = RegistryClients.create(Map.of(RegistryClients.URL, stack.registryUrl()));
        PreparedStack prepared = new PreparedStack(stack, registry);
        new Contracts(registry, plan.prefix()).register(List.of(Topic.values()));
        return prepared;
    }

    /** What Kafka's own clients need. */
    public Map<String, Object> kafka() {
        return Map.of(BOOTSTRAP, stack.bootstrapServers());
    }

    /** Our settings that lead to this stack. */
    public Map<String, String> settings() {
        return Map.of("kafka." + BOOTSTRAP, stack.bootstrapServers(), RegistryClients.URL, stack.registryUrl());
    }

    /** What producers need: Kafka's and the registry's keys, plain. */
    public Map<String, String> producer() {
        return Map.of(BOOTSTRAP, stack.bootstrapServers(), RegistryClients.URL, stack.registryUrl());
    }

    public SchemaRegistryClient registry() {
        return registry;
    }

    /** Where its data and logs are. */
    public Path dataDirectory() {
        return stack.dataDirectory();
    }

    public String bootstrapServers() {
        return stack.bootstrapServers();
    }

    public String registryUrl() {
        return stack.registryUrl();
    }

    /** What has failed since the start. */
    public Optional<StackFailure> failure() {
        return stack.failure();
    }

    @Override
    public void close() {
        try {
            registry.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException("the registry client of the local stack cannot be closed", unclosable);
        } finally {
            stack.close();
        }
    }
}
