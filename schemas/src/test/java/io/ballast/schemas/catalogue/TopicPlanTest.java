/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicPlanTest {
    private final TopicPlan cluster = TopicPlan.forCluster("ballast.", 6);
    private final TopicPlan replay = TopicPlan.keepingEverything("ballast.", 6);

    @Test
    void namesCarryThePrefix() {
        assertThat(cluster.newTopic(Topic.POSITION_RISK).name()).isEqualTo("ballast.position-risk");
        assertThat(TopicPlan.forCluster("", 1).name(Topic.POOLS)).isEqualTo("pools");
    }

    @Test
    void topicsThatAreJoinedHaveTheSamePartitions() {
        assertThat(EnumSet.allOf(Topic.class).stream()
                        .filter(Topic::coPartitioned)
                        .map(cluster::newTopic)
                        .map(NewTopic::numPartitions)
                        .collect(Collectors.toSet()))
                .containsExactly(6);
    }

    @Test
    void whatTheTopologyReadsIsJoined() {
        assertThat(EnumSet.allOf(Topic.class).stream().filter(Topic::coPartitioned))
                .containsExactlyInAnyOrder(
                        Topic.POOLS,
                        Topic.PRICE_TICKS,
                        Topic.POSITION_EVENTS,
                        Topic.POOL_EVENTS,
                        Topic.OPTION_QUOTES,
                        Topic.REFERENCE_PRICES,
                        Topic.MARKET_TICKS,
                        Topic.PORTFOLIO_PARTS,
                        Topic.PORTFOLIO_CURVES,
                        Topic.OPTION_CHAINS,
                        Topic.HEDGE_INSTRUMENTS,
                        Topic.HEDGE_EVENTS,
                        Topic.POLICIES,
                        Topic.CLAIMS,
                        Topic.DESK_INPUTS,
                        Topic.DESK_PRICES);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void nothingExpiresInAReplay(Topic topic) {
        assertThat(replay.configs(topic).getOrDefault("retention.ms", "-1")).isEqualTo("-1");
        assertThat(replay.newTopic(topic).replicationFactor()).isEqualTo((short) 1);
    }

    @Test
    void nothingIsCompactedInAReplay() {
        assertThat(replay.configs(Topic.ALERTS)).containsEntry("min.compaction.lag.ms", Long.toString(Long.MAX_VALUE));
        assertThat(cluster.configs(Topic.ALERTS)).doesNotContainKey("min.compaction.lag.ms");
    }

    @Test
    void onAClusterPriceTicksAreKeptSevenDaysAndEventsForEver() {
        assertThat(cluster.configs(Topic.PRICE_TICKS)).containsEntry("retention.ms", "604800000");
        assertThat(cluster.configs(Topic.POSITION_EVENTS)).containsEntry("retention.ms", "-1");
        assertThat(cluster.configs(Topic.POSITION_EVENTS)).containsEntry("cleanup.policy", "delete");
        assertThat(cluster.configs(Topic.POSITION_RISK)).containsEntry("cleanup.policy", "compact");
        assertThat(cluster.newTopic(Topic.POOLS).replicationFactor())
                .as("absent: the broker's default")
                .isEqualTo((short) -1);
    }

    @Test
    void threeCopiesNeedTwoInSync() {
        TopicPlan three = new TopicPlan("", 1, OptionalInt.of(3), TopicPlan.SHORT_RETENTION, false);

        assertThat(three.configs(Topic.POOLS)).containsEntry("min.insync.replicas", "2");
        assertThat(replay.configs(Topic.POOLS)).doesNotContainKey("min.insync.replicas");
    }

    @Test
    void fewKeysReadAsAWholeHaveOnePartition() {
        assertThat(EnumSet.allOf(Topic.class).stream().filter(topic -> cluster.partitions(topic) == 1))
                .containsExactlyInAnyOrder(Topic.PRODUCER_PROGRESS, Topic.CHAIN_JOURNAL, Topic.ALERT_DELIVERIES);
    }

    @Test
    void whoWasToldOfAnAlertIsKeptAsLongAsTheAlert() {
        assertThat(cluster.configs(Topic.ALERT_DELIVERIES)).isEqualTo(cluster.configs(Topic.ALERTS));
    }

    @Test
    void nonsenseIsRefusedByValue() {
        assertThatThrownBy(() -> TopicPlan.forCluster("", 0)).hasMessageContaining("0");
        assertThatThrownBy(() -> new TopicPlan("", 1, OptionalInt.of(0), Duration.ofDays(1), true))
                .hasMessageContaining("replicationFactor");
        assertThatThrownBy(() -> new TopicPlan("", 1, OptionalInt.empty(), Duration.ZERO, true))
                .hasMessageContaining("shortRetention");
    }
}
