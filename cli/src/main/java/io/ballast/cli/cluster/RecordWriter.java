/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.cluster;

import io.ballast.cli.CommandFailed;
import io.ballast.schemas.serde.AvroSerializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes single records and waits for each to be there. */
public final class RecordWriter implements AutoCloseable {
    private final Producer<String, SpecificRecord> producer;

    private RecordWriter(Producer<String, SpecificRecord> producer) {
        this.producer = producer;
    }

    public static RecordWriter open(Cluster cluster, SchemaRegistryClient registry) {
        return open(cluster.producer(), registry, cluster.config().autoRegisterSchemas());
    }

    /**
     * @param settings  of the producer; others among them are left out
     * @param registersSchemas  whether schemas that the registry does not have are registered
     */
    public static RecordWriter open(
            Map<String, Object> settings, SchemaRegistryClient registry, boolean registersSchemas) {
        Map<String, Object> config = new HashMap<>(settings);
        config.keySet().retainAll(ProducerConfig.configNames());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return new RecordWriter(
                new KafkaProducer<>(config, new StringSerializer(), new AvroSerializer<>(registry, registersSchemas)));
    }

    /** @throws CommandFailed if the broker does not take it */
    public void write(String topic, String key, SpecificRecord value, long timestampMs) {
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
