/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

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
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member of a receiver's group, with one record at hand at a time. While that is held, it polls nothing else and stays a member.
 * Not thread-safe.
 */
final class GroupMember implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupMember.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long COMMIT_EVERY_MS = 1000;

    private final String receiver;
    private final Consumer<byte[], byte[]> consumer;
    private final ClusterTrouble trouble;
    private final InstantSource clock;
    /** A record is at hand: no other is to be polled. */
    private boolean holding;
    /** Since that was polled. */
    private boolean rebalanced;
    /** Records are done with whose offsets are not committed. */
    private boolean uncommitted;

    private long committedMs;

    /** @param consumer  of the receiver's group, one record at a time; closed with this */
    GroupMember(String receiver, Consumer<byte[], byte[]> consumer, ClusterTrouble trouble, InstantSource clock) {
        this.receiver = receiver;
        this.consumer = consumer;
        this.trouble = trouble;
        this.clock = clock;
    }

    /** @param onAssigned  what to do each time that there are partitions which somebody else may have had */
    void join(String topic, Runnable onAssigned) {
        consumer.subscribe(Set.of(topic), new Partitions(onAssigned));
    }

    /** The next record, if there is one soon. */
    ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(POLL);
    }

    /** Takes in hand what was polled. */
    void hold() {
        holding = true;
        rebalanced = false;
    }

    /** Waits a moment; false: what is at hand may be another member's by now. */
    boolean stillHolds() {
        consumer.pause(consumer.assignment());
        consumer.poll(POLL);
        return !rebalanced;
    }

    /** The record is polled again, here or by another member. */
    void putBack(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (consumer.assignment().contains(partition)) {
            consumer.seek(partition, record.offset());
        }
    }

    /** Nothing is at hand any longer. */
    void letGo() {
        holding = false;
        consumer.resume(consumer.assignment());
    }

    /** Its offset is to be committed now and then. */
    void passOver() {
        uncommitted = true;
    }

    void commitIfDue() {
        if (uncommitted && clock.millis() - committedMs >= COMMIT_EVERY_MS) {
            commit();
        }
    }

    /** If that fails, the log still says what was told. */
    void commit() {
        committedMs = clock.millis();
        try {
            consumer.commitSync(ANSWER);
            uncommitted = false;
        } catch (InterruptException told) {
            throw told;
        } catch (KafkaException refused) {
            LOG.warn("Receiver {}: the offset is not committed, the next one will be", receiver, refused);
        }
    }

    /** Records not polled yet; empty until there is a partition of ours, and the broker has said how far each goes. */
    OptionalLong behind() {
        List<OptionalLong> lags =
                consumer.assignment().stream().map(consumer::currentLag).toList();
        boolean known = !lags.isEmpty() && lags.stream().allMatch(OptionalLong::isPresent);
        return known
                ? OptionalLong.of(
                        lags.stream().mapToLong(OptionalLong::getAsLong).sum())
                : OptionalLong.empty();
    }

    private final class Partitions implements ConsumerRebalanceListener {
        private final Runnable onAssigned;

        private Partitions(Runnable onAssigned) {
            this.onAssigned = onAssigned;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            rebalanced = true;
            onAssigned.run();
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
            trouble.report(failed);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
