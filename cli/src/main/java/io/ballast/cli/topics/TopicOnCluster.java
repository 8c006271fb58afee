/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.topics;

import io.ballast.cli.cluster.Cluster;
import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/**
 * What a cluster has of one topic of the catalogue.
 *
 * @param topic  which one
 * @param name  its name there
 * @param partitions  how many
 * @param offsets  sum over the partitions of end less begin: records, and a few transaction markers
 * @param settings  those that were set for this topic
 */
record TopicOnCluster(Topic topic, String name, int partitions, long offsets, Map<String, String> settings) {

    /** Those of the topics that exist, in the catalogue's order. */
    static List<TopicOnCluster> find(Cluster cluster, Collection<Topic> wanted) {
        Set<String> names = cluster.answer(cluster.admin().listTopics().names(), "list topics");
        List<TopicOnCluster> found = new ArrayList<>();
        for (Topic topic : wanted) {
            String name = cluster.config().topic(topic);
            if (names.contains(name)) {
                found.add(describe(cluster, topic, name));
            }
        }
        return found;
    }

    private static TopicOnCluster describe(Cluster cluster, Topic topic, String name) {
        TopicDescription description = cluster.answer(
                cluster.admin().describeTopics(List.of(name)).topicNameValues().get(name), "describe " + name);
        List<TopicPartition> partitions = description.partitions().stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        long ends = sum(cluster, partitions, OffsetSpec.latest());
        long begins = sum(cluster, partitions, OffsetSpec.earliest());
        return new TopicOnCluster(topic, name, partitions.size(), ends - begins, settings(cluster, name));
    }

    private static long sum(Cluster cluster, List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> request =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        return cluster
                .answer(cluster.admin().listOffsets(request).all(), "read offsets of " + partitions)
                .values()
                .stream()
                .mapToLong(found -> found.offset())
                .sum();
    }

    private static Map<String, String> settings(Cluster cluster, String name) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = cluster.answer(
                cluster.admin().describeConfigs(List.of(resource)).values().get(resource),
                "read the settings of " + name);
        return config.entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value, (a, b) -> a, TreeMap::new));
    }
}
