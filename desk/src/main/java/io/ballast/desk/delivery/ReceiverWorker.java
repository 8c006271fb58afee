/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.desk.DeskCluster;
import io.ballast.desk.ingest.TopicReader;
import io.ballast.schema.Alert;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alerts from their topic to one receiver, in a thread of its own and as a member of the receiver's group: of several desks
 * one tells it of an alert, and another goes on where that one ends. An offset is committed when what came of its record is in the
 * log.
 */
final class ReceiverWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiverWorker.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final long RETRY_MS = 500;

    private final Receiver receiver;
    private final String topic;
    private final AvroDeserializer<Alert> deserializer;
    private final GroupMember member;
    private final DeliveryTopic log;
    private final Courier courier;
    private final ReceiverProgress progress;
    private final ClusterTrouble trouble;
    private final Thread thread;
    /** Others may have written to the log. */
    private boolean logIsOld = true;

    private volatile boolean closing;

    /**
     * @param member  closed with this
     * @param log  closed with this
     */
    ReceiverWorker(
            Receiver receiver,
            DeskCluster cluster,
            GroupMember member,
            DeliveryTopic log,
            Courier courier,
            ReceiverProgress progress,
            ClusterTrouble trouble) {
        this.receiver = receiver;
        this.topic = cluster.name(Topic.ALERTS);
        this.deserializer = new AvroDeserializer<>(Alert.class, cluster.registry());
        this.member = member;
        this.log = log;
        this.courier = courier;
        this.progress = progress;
        this.trouble = trouble;
        this.thread = new Thread(this::run, "desk-receiver-" + receiver.name());
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (log;
                member) {
            member.join(topic, () -> logIsOld = true);
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
            for (ConsumerRecord<byte[], byte[]> record : member.poll()) {
                handle(record);
            }
            if (!closing) {
                member.commitIfDue();
            }
            progress.behind(member.behind().orElse(ReceiverStatus.NOT_KNOWN));
            trouble.over();
        } catch (InterruptException told) {
            throw told;
        } catch (KafkaException failed) {
            trouble.report(failed);
            pause();
        }
    }

    /** Leaves the record for later if that is not to be done now. */
    private void handle(ConsumerRecord<byte[], byte[]> record) {
        member.hold();
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
            member.letGo();
        }
    }

    private boolean settle(ConsumerRecord<byte[], byte[]> record) {
        Alert alert = alert(record);
        member.passOver();
        if (alert == null || !courier.take(alert)) {
            return true;
        }
        while (!step(alert)) {
            if (!member.stillHolds() || closing) {
                return false;
            }
        }
        member.commit();
        return true;
    }

    /** Null: deleted, or not to be read. */
    private Alert alert(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.deserialize(topic, record.value());
        } catch (SerializationException undecodable) {
            String place = TopicReader.place(record);
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

    private void leave(ConsumerRecord<byte[], byte[]> record) {
        courier.drop();
        member.putBack(record);
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
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
