/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.desk.DeskCluster;
import io.ballast.schema.Alert;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alerts from their topic to one receiver, in a thread of its own and as a member of the receiver's group: of several desks
 * one tells it of an alert, and another goes on where that one ends. An offset is committed when what came of its record is in the
 * log. While the receiver keeps us waiting, the consumer polls nothing, so that it stays a member.
 */
final class ReceiverWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiverWorker.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final long RETRY_MS = 500;
    private static final long COMMIT_EVERY_MS = 1000;

    private final Receiver receiver;
    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final AvroDeserializer<Alert> deserializer;
    private final DeliveryTopic log;
    private final Courier courier;
    private final ReceiverProgress progress;
    private final InstantSource clock;
    private final Thread thread;
    /** Others may have written to the log. */
    private boolean logIsOld = true;
    /** Since the record at hand was polled. */
    private boolean rebalanced;
    /** A record is at hand: no other is to be polled. */
    private boolean holding;
    /** Records were passed over whose offsets are not committed. */
    private boolean uncommitted;

    private long committedMs;
    /** With the cluster; null: none. */
    private String trouble;

    private volatile boolean closing;

    /**
     * @param consumer  of the receiver's group, one record at a time; closed with this
     * @param log  closed with this
     */
    ReceiverWorker(
            Receiver receiver,
            DeskCluster cluster,
            Consumer<byte[], byte[]> consumer,
            DeliveryTopic log,
            Courier courier,
            ReceiverProgress progress,
            InstantSource clock) {
        this.receiver = receiver;
        this.consumer = consumer;
        this.topic = cluster.name(Topic.ALERTS);
        this.deserializer = new AvroDeserializer<>(Alert.class, cluster.registry());
        this.log = log;
        this.courier = courier;
        this.progress = progress;
        this.clock = clock;
        this.thread = new Thread(this::run, "desk-receiver-" + receiver.name());
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (log;
                consumer) {
            consumer.subscribe(Set.of(topic), new Partitions());
            while (!closing) {
                step();
            }
        } catch (InterruptException told) {
            LOG.debug("Receiver {} was told to end", receiver.name(), told);
        } catch (RuntimeException | Error unforeseen) {
            progress.problem("stopped: " + unforeseen.getClass().getSimpleName());
            LOG.error("Receiver {} is told of nothing any longer", receiver.name(), unforeseen);
            throw unforeseen;
        }
    }

    private void step() {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                handle(record);
            }
            if (uncommitted && !closing && clock.millis() - committedMs >= COMMIT_EVERY_MS) {
                commit();
            }
            measure();
            recovered();
        } catch (InterruptException told) {
            throw told;
        } catch (KafkaException failed) {
            report(failed);
            pause();
        }
    }

    /** Leaves the record for later if that is not to be done now. */
    private void handle(ConsumerRecord<byte[], byte[]> record) {
        holding = true;
        rebalanced = false;
        try {
            if (logIsOld) {
                log.catchUp();
                logIsOld = false;
            }
            if (!settle(record)) {
                leave(record);
            }
        } catch (KafkaException failed) {
            leave(record);
            throw failed;
        } finally {
            holding = false;
            consumer.resume(consumer.assignment());
        }
    }

    private boolean settle(ConsumerRecord<byte[], byte[]> record) {
        Alert alert = alert(record);
        uncommitted = true;
        if (alert == null || !courier.take(alert)) {
            return true;
        }
        while (!step(alert)) {
            if (!isStillOurs()) {
                return false;
            }
        }
        commit();
        return true;
    }

    /** Null: deleted, or not to be read. */
    private Alert alert(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.deserialize(topic, record.value());
        } catch (SerializationException undecodable) {
            String place = record.topic() + "-" + record.partition() + "@" + record.offset();
            progress.problem(place + " cannot be read: " + undecodable.getMessage());
            LOG.warn("Receiver {} is not told of {}: {}", receiver.name(), place, undecodable.getMessage());
            return null;
        }
    }

    private boolean step(Alert alert) {
        try {
            return courier.step();
        } catch (InterruptException told) {
            throw told;
        } catch (KafkaException unwritten) {
            LOG.warn("What came of telling of alert {} is not in the log yet", alert.getFingerprint(), unwritten);
            progress.problem(unwritten.getMessage());
            return false;
        }
    }

    /** Waits a moment without leaving the group. */
    private boolean isStillOurs() {
        consumer.pause(consumer.assignment());
        consumer.poll(POLL);
        return !closing && !rebalanced;
    }

    private void leave(ConsumerRecord<byte[], byte[]> record) {
        courier.drop();
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (consumer.assignment().contains(partition)) {
            consumer.seek(partition, record.offset());
        }
    }

    /** If that fails, the log still says what was told. */
    private void commit() {
        committedMs = clock.millis();
        try {
            consumer.commitSync(ANSWER);
            uncommitted = false;
        } catch (InterruptException told) {
            throw told;
        } catch (KafkaException refused) {
            LOG.warn("Receiver {}: the offset is not committed, the next one will be", receiver.name(), refused);
        }
    }

    /** Not known until there is a partition of ours, and the broker has said how far each goes. */
    private void measure() {
        List<OptionalLong> lags =
                consumer.assignment().stream().map(consumer::currentLag).toList();
        boolean known = !lags.isEmpty() && lags.stream().allMatch(OptionalLong::isPresent);
        progress.behind(known ? lags.stream().mapToLong(OptionalLong::getAsLong).sum() : ReceiverStatus.NOT_KNOWN);
    }

    /** The same is logged once. */
    private void report(KafkaException cause) {
        String seen = "the cluster: " + cause.getMessage();
        if (!seen.equals(trouble)) {
            LOG.warn("Receiver {} waits for {}", receiver.name(), seen, cause);
        }
        trouble = seen;
        progress.problem(seen);
    }

    private void recovered() {
        if (trouble != null) {
            trouble = null;
            progress.problem(null);
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private final class Partitions implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            rebalanced = true;
            logIsOld = true;
            if (holding) {
                consumer.pause(partitions);
            }
            commitBeginnings(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            rebalanced = true;
        }
    }

    /** A new receiver begins with the next alert; from here on that is where it begins, however soon we end. */
    private void commitBeginnings(Collection<TopicPartition> partitions) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions), ANSWER);
            Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
            for (TopicPartition partition : partitions) {
                if (committed.get(partition) == null) {
                    beginnings.put(partition, new OffsetAndMetadata(consumer.position(partition, ANSWER)));
                }
            }
            consumer.commitSync(beginnings, ANSWER);
        } catch (InterruptException told) {
            throw told;
        } catch (KafkaException failed) {
            report(failed);
        }
    }

    ReceiverStatus status() {
        return progress.status(receiver, isAlive());
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** What is under way is done within the patience, or left to the next start. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_PATIENCE.toMillis());
            thread.interrupt();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
