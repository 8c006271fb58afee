/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicRulesTest {
    @Test
    void joinedTopicsOfDifferentSizeAreRefusedByNameAndCount() {
        List<ExistingTopic> topics = List.of(
                existing(Topic.POOLS, 4, Map.of()),
                existing(Topic.POSITION_RISK, 7, Map.of()),
                existing(Topic.PRICE_TICKS, 6, Map.of()));

        assertThatThrownBy(() -> TopicRules.require(topics))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContainingAll("pools has 4", "price-ticks has 6");
    }

    @Test
    void topicsThatAreNotJoinedMayDiffer() {
        assertThatCode(() -> TopicRules.require(List.of(
                        existing(Topic.POOLS, 4, Map.of()),
                        existing(Topic.PRICE_TICKS, 4, Map.of()),
                        existing(Topic.DEAD_LETTERS, 1, Map.of()))))
                .doesNotThrowAnyException();
    }

    @Test
    void arrivalTimeInsteadOfEventTimeIsRefused() {
        assertThatThrownBy(() -> TopicRules.require(
                        List.of(existing(Topic.PRICE_TICKS, 1, Map.of("message.timestamp.type", "LogAppendTime")))))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContainingAll("price-ticks", "LogAppendTime", "CreateTime");
    }

    @Test
    void compactedEventsAreRefusedSinceTheyLoseHistory() {
        assertThatThrownBy(() -> TopicRules.require(
                        List.of(existing(Topic.POSITION_EVENTS, 1, Map.of("cleanup.policy", "compact,delete")))))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining("position-events");
    }

    @Test
    void definitionsThatExpireAreRefused() {
        assertThatThrownBy(
                        () -> TopicRules.require(List.of(existing(Topic.POOLS, 1, Map.of("cleanup.policy", "delete")))))
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining("must be compact");
    }

    @Test
    void shorterRetentionThanPlannedIsAWarning() {
        List<ExistingTopic> topics = List.of(existing(Topic.PRICE_TICKS, 1, Map.of("retention.ms", "604800000")));

        assertThat(TopicRules.warnings(topics, TopicPlan.keepingEverything("", 1)))
                .singleElement()
                .asString()
                .contains("price-ticks", "604800000");
        assertThat(TopicRules.warnings(topics, TopicPlan.forCluster("", 1))).isEmpty();
    }

    private static ExistingTopic existing(Topic topic, int partitions, Map<String, String> configs) {
        return new ExistingTopic(topic, topic.shortName(), partitions, 1, configs);
    }
}
