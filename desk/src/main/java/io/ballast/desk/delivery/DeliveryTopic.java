/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.desk.DeskCluster;
import io.ballast.desk.ingest.TopicWriter;
import io.ballast.schema.AlertDelivery;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.reading.CommittedConsumer;
import io.ballast.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of one receiver on its topic, which all desks write and each holds. Not thread-safe. */
final class DeliveryTopic implements DeliveryLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTopic.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST_EMPTY_POLLS = 100;

    private final String receiver;
    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final AvroDeserializer<AlertDelivery> deserializer;
    private final TopicWriter<AlertDelivery> writer;
    /** By fingerprint. */
    private final Map<String, AlertDelivery> newest = new HashMap<>();

    /** @param writer  shared with others; not closed here */
    DeliveryTopic(DeskCluster cluster, String receiver, TopicWriter<AlertDelivery> writer) {
        this.receiver = receiver;
        this.topic = cluster.name(Topic.ALERT_DELIVERIES);
        this.consumer =
                CommittedConsumer.open(cluster.consumer(), Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
        this.deserializer = new AvroDeserializer<>(AlertDelivery.class, cluster.registry());
        this.writer = writer;
    }

    /**
     * Reads to the end what has been written since the last time.
     *
     * @throws MissingTopicException if there is no such topic
     * @throws KafkaException if it cannot be read now
     */
    void catchUp() {
        try {
            assign();
            readTo(consumer.endOffsets(consumer.assignment(), ANSWER));
        } catch (KafkaException trouble) {
            // Records that were polled and not kept would be missing: the next time it begins anew.
            consumer.unsubscribe();
            throw trouble;
        }
    }

    private void readTo(Map<TopicPartition, Long> ends) {
        int emptyPolls = 0;
        while (!isRead(ends)) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
            if (emptyPolls > MOST_EMPTY_POLLS) {
                throw new TimeoutException("the broker does not give the records of " + topic);
            }
            records.forEach(this::keep);
        }
    }

    private void assign() {
        if (!consumer.assignment().isEmpty()) {
            return;
        }
        List<PartitionInfo> partitions = consumer.partitionsFor(topic, ANSWER);
        if (partitions == null || partitions.isEmpty()) {
            throw new MissingTopicException("there is no topic " + topic + ": ballast topics create makes it");
        }
        consumer.assign(partitions.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    private boolean isRead(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), ANSWER) >= end.getValue());
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        try {
            AlertDelivery delivery = deserializer.deserialize(topic, record.value());
            if (delivery != null && delivery.getReceiver().equals(receiver)) {
                newest.put(delivery.getFingerprint(), delivery);
            }
        } catch (SerializationException undecodable) {
            LOG.warn("Skipped {}@{}: {}", topic, record.offset(), undecodable.getMessage());
        }
    }

    @Override
    public Optional<AlertDelivery> last(String fingerprint) {
        return Optional.ofNullable(newest.get(fingerprint));
    }

    @Override
    public void write(AlertDelivery delivery) {
        writer.write(key(delivery), delivery.getTold().toEpochMilli(), delivery);
        newest.put(delivery.getFingerprint(), delivery);
    }

    private static String key(AlertDelivery delivery) {
        return delivery.getReceiver() + "|" + delivery.getFingerprint();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
