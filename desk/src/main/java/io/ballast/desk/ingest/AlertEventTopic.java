/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import io.ballast.desk.DeskCluster;
import io.ballast.desk.api.AlertEventSink;
import io.ballast.desk.api.ProblemException;
import io.ballast.schema.AlertEvent;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroSerializer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the topic of alert events, the only one that a desk writes to. Thread-safe. */
public final class AlertEventTopic implements AlertEventSink, AutoCloseable {
    private static final long PATIENCE_MS = 5000;

    private final Producer<String, AlertEvent> producer;
    private final String topic;

    private AlertEventTopic(Producer<String, AlertEvent> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    public static AlertEventTopic open(DeskCluster cluster) {
        Map<String, Object> config = new HashMap<>(cluster.producer());
        config.keySet().retainAll(ProducerConfig.configNames());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(PATIENCE_MS));
        return new AlertEventTopic(
                new KafkaProducer<>(
                        config,
                        new StringSerializer(),
                        new AvroSerializer<>(cluster.registry(), cluster.registersSchemas())),
                cluster.name(Topic.ALERT_EVENTS));
    }

    @Override
    public void write(AlertEvent event) {
        long timestampMs = event.getEventTime().toEpochMilli();
        try {
            producer.send(new ProducerRecord<>(topic, null, timestampMs, event.getSubjectId(), event))
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException refused) {
            throw ProblemException.unavailable("cannot write to " + topic + ": " + refused.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("the desk is closing");
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
