/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kafka;

import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PoolFeed;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.Contracts;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** A broker and a registry to measure on, real ones, and what is needed to talk to them. Close it after all that uses it. */
public final class Bench implements AutoCloseable {

    private static final int ONE_POOL = 1;

    private final LocalStack stack;
    private final Admin admin;
    private final SchemaRegistryClient registry;
    private final Path states;

    private Bench(LocalStack stack, Path states) {
        this.stack = stack;
        this.states = states;
        admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
        registry = RegistryClients.create(Map.of(RegistryClients.URL, stack.registryUrl()));
    }

    /** @param folder  where topics and state stores are kept meanwhile; not removed */
    public static Bench start(Path folder) {
        LocalStackOptions options = LocalStackOptions.defaults().withDataDirectory(folder.resolve("stack"));
        return new Bench(LocalStack.start(options), folder.resolve("state"));
    }

    public String bootstrapServers() {
        return stack.bootstrapServers();
    }

    public SchemaRegistryClient registry() {
        return registry;
    }

    public Admin admin() {
        return admin;
    }

    /** Makes all of Ballast's topics under a prefix, with one partition each: one pool cannot use more. */
    public void createTopics(String prefix) {
        createTopics(prefix, ONE_POOL);
    }

    /** The same for several pools. */
    public void createTopics(String prefix, int partitions) {
        new TopicCreation(admin, TopicPlan.keepingEverything(prefix, partitions)).ensureAll();
        new Contracts(registry, prefix).register(EnumSet.allOf(Topic.class));
    }

    /** Makes a topic that Ballast does not have. */
    public void createTopic(String name) {
        answer(admin.createTopics(List.of(new NewTopic(name, Optional.of(ONE_POOL), Optional.of((short) 1))))
                .all());
    }

    public PoolFeed feed(PositionPlan plan, Market market, String prefix) {
        return feed(0, plan, market, prefix);
    }

    /** @param pool  its number */
    public PoolFeed feed(int pool, PositionPlan plan, Market market, String prefix) {
        return new PoolFeed(pool, plan, market, new AvroSerializer<>(registry, true), prefix);
    }

    /** Settings of an application of its own: Ballast's defaults, except where given. */
    public BallastConfig config(String prefix, Map<String, String> given) {
        return BallastConfig.of(settings(prefix, given));
    }

    /** The same before they are checked. */
    public Map<String, String> settings(String prefix, Map<String, String> given) {
        String name = prefix + "app";
        Map<String, String> settings = new HashMap<>();
        settings.put(BallastKeys.TOPIC_PREFIX, prefix);
        settings.put(BallastKeys.APPLICATION_ID, name);
        settings.put(BallastKeys.STATE_DIR, states.resolve(name).toString());
        settings.put("kafka.bootstrap.servers", stack.bootstrapServers());
        settings.put(RegistryClients.URL, stack.registryUrl());
        settings.putAll(given);
        return settings;
    }

    @Override
    public void close() {
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry client did not close", e);
        } finally {
            admin.close();
            stack.close();
        }
    }

    static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw new KafkaException("the broker refused: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for the broker", e);
        }
    }
}
