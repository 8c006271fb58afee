/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import io.ballast.schema.PositionRisk;
import io.ballast.schema.RiskReason;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed snapshots of positions. */
final class SnapshotReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final SchemaRegistryClient registry;
    private final KafkaConsumer<String, PositionRisk> consumer;
    private final Map<LabTruth.Moment, LabTruth.Worth> seen = new HashMap<>();

    SnapshotReader(ContainerStack stack, String topic) {
        registry = RegistryClients.create(Map.of(RegistryClients.URL, stack.registryUrl()));
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers(),
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
            PositionRisk risk = record.value();
            if (risk.getReason() == RiskReason.SNAPSHOT) {
                seen.put(
                        new LabTruth.Moment(record.key(), risk.getBlockNumber()),
                        new LabTruth.Worth(
                                risk.getPrincipal0Raw(),
                                risk.getPrincipal1Raw(),
                                risk.getOwed0Raw(),
                                risk.getOwed1Raw()));
            }
        }
        return seen;
    }

    @Override
    public void close() throws IOException {
        consumer.close();
        registry.close();
    }
}
