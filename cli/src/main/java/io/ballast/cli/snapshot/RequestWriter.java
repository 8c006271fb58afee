/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.snapshot;

import io.ballast.cli.CommandFailed;
import io.ballast.cli.cluster.Cluster;
import io.ballast.schemas.serde.AvroSerializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes single records and waits for each to be there. */
final class RequestWriter implements AutoCloseable {
    private final Producer<String, SpecificRecord> producer;

    private RequestWriter(Producer<String, SpecificRecord> producer) {
        this.producer = producer;
    }

    static RequestWriter open(Cluster cluster, SchemaRegistryClient registry) {
        Map<String, Object> config = cluster.producer();
        config.keySet().retainAll(ProducerConfig.configNames());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return new RequestWriter(new KafkaProducer<>(
                config,
                new StringSerializer(),
                new AvroSerializer<>(registry, cluster.config().autoRegisterSchemas())));
    }

    /** @throws CommandFailed if the broker does not take it */
    void write(String topic, String key, SpecificRecord value, long timestampMs) {
        try {
            producer.send(new ProducerRecord<>(topic, null, timestampMs, key, value))
                    .get();
        } catch (ExecutionException refused) {
            throw new CommandFailed(
                    "cannot write to " + topic + ": " + refused.getCause().getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while writing to " + topic, interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
