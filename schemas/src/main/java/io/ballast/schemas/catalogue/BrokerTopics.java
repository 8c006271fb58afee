/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** The catalogue's topics as a broker has them. */
final class BrokerTopics {
    private final Admin admin;
    private final TopicPlan plan;

    BrokerTopics(Admin admin, TopicPlan plan) {
        this.admin = admin;
        this.plan = plan;
    }

    /** Those of the wanted topics that exist, in the catalogue's order. */
    List<ExistingTopic> describe(Collection<Topic> wanted) {
        Set<String> names = answer(admin.listTopics().names(), "list topics");
        Map<String, Topic> present = wanted.stream()
                .sorted()
                .filter(topic -> names.contains(plan.name(topic)))
                .collect(Collectors.toMap(plan::name, topic -> topic, (a, b) -> a, LinkedHashMap::new));
        if (present.isEmpty()) {
            return List.of();
        }
        Map<String, TopicDescription> descriptions =
                answer(admin.describeTopics(present.keySet()).allTopicNames(), "describe topics " + present.keySet());
        Map<ConfigResource, Config> configs = answer(
                admin.describeConfigs(present.keySet().stream()
                                .map(BrokerTopics::resource)
                                .toList())
                        .all(),
                "read the settings of topics " + present.keySet());
        List<ExistingTopic> existing = new ArrayList<>();
        present.forEach((name, topic) -> existing.add(new ExistingTopic(
                topic, name, descriptions.get(name).partitions().size(), settings(configs.get(resource(name))))));
        return existing;
    }

    private static ConfigResource resource(String topicName) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topicName);
    }

    private static Map<String, String> settings(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toUnmodifiableMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static <T> T answer(KafkaFuture<T> question, String what) {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw new TopicCreationException(
                    "Cannot " + what + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicCreationException("Interrupted while waiting to " + what, e);
        }
    }
}
