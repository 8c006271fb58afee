/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import io.ballast.schema.PositionRisk;
import io.ballast.schema.RiskReason;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed figures: what positions were worth in snapshots, and how long none came. */
final class SnapshotReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final SchemaRegistryClient registry;
    private final KafkaConsumer<String, PositionRisk> consumer;
    private final Map<LabTruth.Moment, LabTruth.Worth> seen = new HashMap<>();
    private final List<LabTruth.Moment> repeated = new ArrayList<>();
    private int figures;
    private long lastNanos = System.nanoTime();
    private Duration longestGap = Duration.ZERO;

    /** @param clients  settings of Kafka's clients and of the registry's */
    SnapshotReader(Map<String, String> clients, String topic) {
        registry = RegistryClients.create(clients);
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, clients.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG),
                ConsumerConfig.GROUP_ID_CONFIG, "snapshot-reader",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer = new KafkaConsumer<>(
                config, new StringDeserializer(), new AvroDeserializer<>(PositionRisk.class, registry));
        consumer.subscribe(List.of(topic));
    }

    /** All that was read so far, after another look. */
    Map<LabTruth.Moment, LabTruth.Worth> poll() {
        for (ConsumerRecord<String, PositionRisk> record : consumer.poll(POLL)) {
            figures++;
            noteGap();
            if (record.value().getReason() == RiskReason.SNAPSHOT) {
                note(record.key(), record.value());
            }
        }
        return seen;
    }

    private void noteGap() {
        long now = System.nanoTime();
        Duration gap = Duration.ofNanos(now - lastNanos);
        longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
        lastNanos = now;
    }

    private void note(String positionId, PositionRisk risk) {
        LabTruth.Moment moment = new LabTruth.Moment(positionId, risk.getBlockNumber());
        LabTruth.Worth worth = new LabTruth.Worth(
                risk.getPrincipal0Raw(), risk.getPrincipal1Raw(), risk.getOwed0Raw(), risk.getOwed1Raw());
        if (seen.put(moment, worth) != null) {
            repeated.add(moment);
        }
    }

    /** How many figures came, snapshots and others. */
    int figures() {
        return figures;
    }

    /** Snapshots that came more than once. */
    List<LabTruth.Moment> repeated() {
        return repeated;
    }

    /** From here on. */
    void forgetGaps() {
        lastNanos = System.nanoTime();
        longestGap = Duration.ZERO;
    }

    /** The longest that no figure came: as exact as the looks were frequent. */
    Duration longestGap() {
        return longestGap;
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        registry.close();
    }
}
