/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.TopicConfig;

/** Compares the catalogue's topics with those of a cluster; changes nothing. */
public final class TopicComparison {
    private final TopicPlan plan;
    private final BrokerTopics broker;

    public TopicComparison(Admin admin, TopicPlan plan) {
        this.plan = plan;
        this.broker = new BrokerTopics(admin, plan);
    }

    /**
     * In the catalogue's order; none: the cluster is as planned.
     *
     * @throws TopicCreationException if the broker does not answer or refuses
     */
    public List<TopicDifference> differences(Collection<Topic> wanted) {
        return differences(wanted, broker.describe(wanted), plan);
    }

    static List<TopicDifference> differences(
            Collection<Topic> wanted, Collection<ExistingTopic> existing, TopicPlan plan) {
        Map<Topic, ExistingTopic> found = new EnumMap<>(Topic.class);
        existing.forEach(topic -> found.put(topic.topic(), topic));
        List<TopicDifference> differences = new ArrayList<>();
        for (Topic topic : wanted.stream().sorted().toList()) {
            if (found.containsKey(topic)) {
                differences.addAll(of(found.get(topic), plan));
            } else {
                differences.add(new TopicDifference(
                        topic, plan.name(topic), TopicDifference.EXISTENCE, "there", TopicDifference.NOTHING));
            }
        }
        return differences;
    }

    private static List<TopicDifference> of(ExistingTopic there, TopicPlan plan) {
        List<TopicDifference> differences = new ArrayList<>();
        int partitions = plan.partitions(there.topic());
        if (partitions != there.partitions()) {
            differences.add(difference(there, TopicDifference.PARTITIONS, partitions, there.partitions()));
        }
        plan.replicationFactor().ifPresent(copies -> {
            if (copies != there.copies()) {
                differences.add(difference(there, TopicDifference.COPIES, copies, there.copies()));
            }
        });
        plan.configs(there.topic()).forEach((key, planned) -> {
            String actual = there.configs().getOrDefault(key, TopicDifference.NOTHING);
            if (!same(key, planned, actual)) {
                differences.add(difference(there, key, planned, actual));
            }
        });
        return differences;
    }

    /** Clean-up policies are a set, which brokers give in an order of their own. */
    private static boolean same(String key, String planned, String actual) {
        return key.equals(TopicConfig.CLEANUP_POLICY_CONFIG)
                ? Set.of(planned.split(",")).equals(Set.of(actual.split(",")))
                : planned.equals(actual);
    }

    private static TopicDifference difference(ExistingTopic there, String what, Object planned, Object actual) {
        return new TopicDifference(there.topic(), there.name(), what, planned.toString(), actual.toString());
    }
}
