/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schema.ChainJournal;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a chain follower has committed to its journal, from the beginning. To be asked after the sink was opened, which
 * ends the follower's own open transaction.
 */
public final class JournalReader {

    private static final Logger log = LoggerFactory.getLogger(JournalReader.class);

    /** Longer than the broker lets a transaction of somebody else stay open by default. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration POLL = Duration.ofMillis(200);

    private final SinkOptions options;
    private final InstantSource clock;

    public JournalReader(SinkOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    /**
     * Gives away each entry of this producer, in order.
     *
     * @throws SinkException if the journal cannot be read to its end
     */
    public void forEach(Consumer<ChainJournal> each) {
        try (SchemaRegistryClient registry = RegistryClients.create(options.config())) {
            long end = end(registry);
            try (KafkaConsumer<String, ChainJournal> committed = consumer("read_committed", registry)) {
                read(committed, end, each);
            }
        } catch (IOException unclosed) {
            log.warn("The schema registry's client could not be closed", unclosed);
        } catch (KafkaException e) {
            throw new SinkException("the journal of " + options.producerId() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private TopicPartition partition() {
        return new TopicPartition(Topic.CHAIN_JOURNAL.fullName(options.topicPrefix()), 0);
    }

    private KafkaConsumer<String, ChainJournal> consumer(String isolation, SchemaRegistryClient registry) {
        Map<String, Object> config = new HashMap<>(KafkaClients.reader(options));
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, options.producerId() + "-journal");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        return new KafkaConsumer<>(
                config, new StringDeserializer(), new AvroDeserializer<>(ChainJournal.class, registry));
    }

    private long end(SchemaRegistryClient registry) {
        try (KafkaConsumer<String, ChainJournal> uncommitted = consumer("read_uncommitted", registry)) {
            TopicPartition partition = partition();
            if (uncommitted.partitionsFor(partition.topic()).isEmpty()) {
                throw new SinkException("topic " + partition.topic() + " does not exist: create the topics first");
            }
            uncommitted.assign(List.of(partition));
            return uncommitted.endOffsets(List.of(partition)).get(partition);
        }
    }

    private void read(KafkaConsumer<String, ChainJournal> committed, long end, Consumer<ChainJournal> each) {
        TopicPartition partition = partition();
        committed.assign(List.of(partition));
        committed.seekToBeginning(List.of(partition));
        long position = committed.position(partition);
        long movedMs = clock.millis();
        while (position < end) {
            for (ConsumerRecord<String, ChainJournal> entry : committed.poll(POLL)) {
                if (options.producerId().equals(entry.key())) {
                    each.accept(entry.value());
                }
            }
            long now = committed.position(partition);
            movedMs = now > position ? clock.millis() : movedMs;
            position = now;
            if (clock.millis() - movedMs > PATIENCE.toMillis()) {
                throw new SinkException("could not read " + partition.topic() + " to its end: stuck for "
                        + PATIENCE.toSeconds() + " s, somebody's transaction on it has stayed open");
            }
        }
    }
}
