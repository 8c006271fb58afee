/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import io.ballast.desk.DeskCluster;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroSerializer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes single records to one topic, each for good before the next thing is done. Thread-safe. */
public final class TopicWriter<T extends SpecificRecord> implements AutoCloseable {
    private static final long PATIENCE_MS = 5000;

    private final Producer<String, T> producer;
    private final String topic;

    private TopicWriter(Producer<String, T> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    public static <T extends SpecificRecord> TopicWriter<T> open(DeskCluster cluster, Topic topic) {
        Map<String, Object> config = new HashMap<>(cluster.producer());
        config.keySet().retainAll(ProducerConfig.configNames());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(PATIENCE_MS));
        return new TopicWriter<>(
                new KafkaProducer<>(
                        config,
                        new StringSerializer(),
                        new AvroSerializer<>(cluster.registry(), cluster.registersSchemas())),
                cluster.name(topic));
    }

    /**
     * Returns when all replicas in sync have it.
     *
     * @throws KafkaException if that is not so within five seconds; the record may come in all the same
     */
    public void write(String key, long timestampMs, T value) {
        try {
            producer.send(new ProducerRecord<>(topic, null, timestampMs, key, value))
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw new KafkaException(cannot(refused.getCause()), refused);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new TimeoutException(cannot(late), late);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        } catch (KafkaException unsent) {
            throw new KafkaException(cannot(unsent), unsent);
        }
    }

    private String cannot(Throwable cause) {
        return "cannot write to " + topic + ": " + cause.getMessage();
    }

    @Override
    public void close() {
        producer.close();
    }
}
