/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;

/** What brokers say of themselves. */
record Cluster(Admin admin) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static Cluster at(String bootstrapServers) {
        return new Cluster(Admin.create(Map.of("bootstrap.servers", bootstrapServers)));
    }

    /** How many are there. */
    int brokers() {
        return answer(admin.describeCluster().nodes()).size();
    }

    /** The node that leads the quorum of controllers. */
    int leader() {
        return answer(admin.describeMetadataQuorum().quorumInfo()).leaderId();
    }

    /** Changelogs, offsets and transactions, too. */
    Set<String> topics() {
        return answer(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
    }

    List<TopicPartitionInfo> partitions(Collection<String> topics) {
        return answer(admin.describeTopics(topics).allTopicNames()).values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .toList();
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the brokers do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
