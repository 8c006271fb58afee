/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TopicComparisonTest {
    private static final TopicPlan PLAN =
            new TopicPlan("mine.", 6, OptionalInt.of(3), TopicPlan.SHORT_RETENTION, false);

    @Test
    void whatIsAsPlannedDoesNotDiffer() {
        Map<String, String> settings = new HashMap<>(PLAN.configs(Topic.ALERTS));
        settings.put("segment.bytes", "1");
        settings.put("cleanup.policy", "delete,compact");

        assertThat(differences(Topic.ALERTS, 6, 3, settings)).isEmpty();
    }

    @Test
    void aMissingTopicIsTold() {
        assertThat(TopicComparison.differences(List.of(Topic.POOLS), List.of(), PLAN))
                .containsExactly(new TopicDifference(Topic.POOLS, "mine.pools", "topic", "there", "-"));
    }

    @Test
    void partitionsAndCopiesAreCompared() {
        assertThat(differences(Topic.POOLS, 4, 1, PLAN.configs(Topic.POOLS)))
                .extracting(TopicDifference::what, TopicDifference::planned, TopicDifference::found)
                .containsExactly(tuple("partitions", "6", "4"), tuple("replication factor", "3", "1"));
    }

    @Test
    void topicsThatHaveOnePartitionByPlanDoNotDifferForIt() {
        assertThat(differences(Topic.CHAIN_JOURNAL, 1, 3, PLAN.configs(Topic.CHAIN_JOURNAL)))
                .isEmpty();
    }

    @Test
    void copiesThatNobodyPlannedAreNotCompared() {
        TopicPlan byDefault = TopicPlan.forCluster("mine.", 6);

        assertThat(TopicComparison.differences(
                        List.of(Topic.POOLS),
                        List.of(new ExistingTopic(Topic.POOLS, "mine.pools", 6, 2, byDefault.configs(Topic.POOLS))),
                        byDefault))
                .isEmpty();
    }

    @Test
    void settingsAreComparedByKey() {
        Map<String, String> settings = new HashMap<>(PLAN.configs(Topic.PRICE_TICKS));
        settings.put("retention.ms", "1000");
        settings.remove("min.insync.replicas");

        assertThat(differences(Topic.PRICE_TICKS, 6, 3, settings))
                .containsExactlyInAnyOrder(
                        new TopicDifference(Topic.PRICE_TICKS, "mine.price-ticks", "retention.ms", "604800000", "1000"),
                        new TopicDifference(Topic.PRICE_TICKS, "mine.price-ticks", "min.insync.replicas", "2", "-"));
    }

    private static List<TopicDifference> differences(
            Topic topic, int partitions, int copies, Map<String, String> configs) {
        ExistingTopic there = new ExistingTopic(topic, PLAN.name(topic), partitions, copies, configs);
        return TopicComparison.differences(List.of(topic), List.of(there), PLAN);
    }
}
