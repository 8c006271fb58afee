/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The catalogue's topics as a broker has them. */
final class BrokerTopics {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Admin admin;
    private final TopicPlan plan;

    BrokerTopics(Admin admin, TopicPlan plan) {
        this.admin = admin;
        this.plan = plan;
    }

    /**
     * All of the wanted topics, which exist: waits until the broker that answers has heard of them, too.
     *
     * @throws TopicCreationException if it has not after the given time
     */
    List<ExistingTopic> describeAll(Collection<Topic> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<ExistingTopic> known = describe(wanted);
        while (known.size() < wanted.size()) {
            if (System.nanoTime() > deadline) {
                throw new TopicCreationException(
                        "After " + patience.toSeconds() + " s the broker knows only of "
                                + known.stream().map(ExistingTopic::name).toList() + ", though all of "
                                + wanted.stream().map(plan::name).toList() + " have been made",
                        null);
            }
            pause();
            known = describe(wanted);
        }
        return known;
    }

    /** Those of the wanted topics that the broker knows of, in the catalogue's order. */
    List<ExistingTopic> describe(Collection<Topic> wanted) {
        List<Topic> topics = wanted.stream().sorted().toList();
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(topics.stream().map(plan::name).toList()).topicNameValues();
        Map<ConfigResource, KafkaFuture<Config>> configs = admin.describeConfigs(
                        topics.stream().map(topic -> resource(plan.name(topic))).toList())
                .values();
        List<ExistingTopic> existing = new ArrayList<>();
        for (Topic topic : topics) {
            String name = plan.name(topic);
            Optional<TopicDescription> description = answer(descriptions.get(name), "describe topic " + name);
            Optional<Config> config = answer(configs.get(resource(name)), "read the settings of topic " + name);
            if (description.isPresent() && config.isPresent()) {
                existing.add(existing(topic, description.get(), config.get()));
            }
        }
        return existing;
    }

    private static ExistingTopic existing(Topic topic, TopicDescription description, Config config) {
        List<TopicPartitionInfo> partitions = description.partitions();
        return new ExistingTopic(
                topic,
                description.name(),
                partitions.size(),
                partitions.get(0).replicas().size(),
                settings(config));
    }

    private static ConfigResource resource(String topicName) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topicName);
    }

    private static Map<String, String> settings(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toUnmodifiableMap(ConfigEntry::name, ConfigEntry::value));
    }

    /** Empty: there is no such topic. */
    private static <T> Optional<T> answer(KafkaFuture<T> question, String what) {
        try {
            return Optional.of(question.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new TopicCreationException(
                    "Cannot " + what + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static TopicCreationException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new TopicCreationException("Interrupted while waiting for the broker", e);
    }
}
