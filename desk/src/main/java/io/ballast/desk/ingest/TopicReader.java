/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import io.ballast.desk.DeskCluster;
import io.ballast.desk.store.DeskStore;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.RegistryUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is committed to the output topics from their beginning on, in a thread of its own and as a member of no group: each
 * desk has all of it. While the broker or the registry does not answer, nothing is lost; it goes on where it was.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MS = 1000;
    private static final long RETRY_MS = 500;

    private final DeskCluster cluster;
    private final InstantSource clock;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, RecordHandler> handlers = new HashMap<>();
    private final Map<String, TopicCounts> counts = new HashMap<>();
    private final Delays delays = new Delays();
    private final String positions;
    private final Thread thread = new Thread(this::run, "desk-reader");
    private Map<TopicPartition, Long> firstEnds = Map.of();
    private long lookedMs;
    private volatile boolean caughtUp;
    private volatile boolean answers;
    private volatile long seenMs = -1;
    private volatile String problem;
    private volatile boolean closing;

    private TopicReader(DeskCluster cluster, DeskStore store, Consumer<byte[], byte[]> consumer, InstantSource clock) {
        this.cluster = cluster;
        this.clock = clock;
        this.consumer = consumer;
        this.positions = cluster.name(Topic.POSITION_RISK);
        new TopicHandlers(cluster, store).all().forEach((topic, handler) -> {
            handlers.put(cluster.name(topic), handler);
            counts.put(cluster.name(topic), new TopicCounts(cluster.name(topic)));
        });
    }

    /** Begins to read. */
    public static TopicReader start(DeskCluster cluster, DeskStore store, InstantSource clock) {
        Map<String, Object> config = new HashMap<>(cluster.consumer());
        config.keySet().retainAll(ConsumerConfig.configNames());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return start(
                cluster,
                store,
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                clock);
    }

    /** The same with a consumer that is there already, and is closed with it. */
    public static TopicReader start(
            DeskCluster cluster, DeskStore store, Consumer<byte[], byte[]> consumer, InstantSource clock) {
        TopicReader reader = new TopicReader(cluster, store, consumer, clock);
        reader.thread.start();
        return reader;
    }

    private void run() {
        try (Consumer<byte[], byte[]> open = consumer) {
            while (!closing) {
                step(open);
            }
        } catch (WakeupException | InterruptException told) {
            LOG.debug("The reader was told to end", told);
        }
    }

    private void step(Consumer<byte[], byte[]> open) {
        try {
            look(open);
            for (ConsumerRecord<byte[], byte[]> record : open.poll(POLL)) {
                take(record);
            }
        } catch (WakeupException | InterruptException told) {
            throw told;
        } catch (KafkaException trouble) {
            report("the broker: " + trouble.getMessage(), trouble);
            pause();
        }
    }

    /** Asks the broker now and then how far its topics go, which also tells whether it is there. */
    private void look(Consumer<byte[], byte[]> open) {
        long nowMs = clock.millis();
        if (nowMs - lookedMs < LOOK_EVERY_MS) {
            return;
        }
        lookedMs = nowMs;
        try {
            assignNew(open);
            Map<TopicPartition, Long> ends = open.endOffsets(open.assignment(), ANSWER);
            measure(open, ends);
            answers = true;
            seenMs = clock.millis();
            problem = null;
        } catch (TimeoutException silence) {
            answers = false;
            report("the broker does not answer: " + silence.getMessage(), silence);
        }
    }

    /** Topics may come into being later than the desk. */
    private void assignNew(Consumer<byte[], byte[]> open) {
        boolean complete = counts.keySet().stream().allMatch(topic -> open.assignment().stream()
                .anyMatch(partition -> partition.topic().equals(topic)));
        if (complete) {
            return;
        }
        Map<String, List<PartitionInfo>> known = open.listTopics(ANSWER);
        List<TopicPartition> wanted = new ArrayList<>();
        counts.forEach((topic, count) -> {
            List<PartitionInfo> partitions = known.getOrDefault(topic, List.of());
            count.partitions(partitions.size());
            partitions.forEach(partition -> wanted.add(new TopicPartition(topic, partition.partition())));
        });
        if (wanted.size() > open.assignment().size()) {
            assign(open, wanted);
        }
    }

    private void assign(Consumer<byte[], byte[]> open, List<TopicPartition> wanted) {
        Map<TopicPartition, Long> reached =
                open.assignment().stream().collect(Collectors.toMap(partition -> partition, open::position));
        open.assign(wanted);
        for (TopicPartition partition : wanted) {
            if (reached.containsKey(partition)) {
                open.seek(partition, reached.get(partition));
            } else {
                open.seekToBeginning(List.of(partition));
            }
        }
    }

    private void measure(Consumer<byte[], byte[]> open, Map<TopicPartition, Long> ends) {
        if (firstEnds.size() < ends.size()) {
            firstEnds = ends;
        }
        Map<String, Long> behind = new HashMap<>();
        boolean past = !ends.isEmpty();
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            long position = open.position(end.getKey(), ANSWER);
            behind.merge(end.getKey().topic(), Math.max(0, end.getValue() - position), Long::sum);
            past &= position >= firstEnds.getOrDefault(end.getKey(), 0L);
        }
        behind.forEach((topic, records) -> counts.get(topic).behind(records));
        caughtUp |= past;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        TopicCounts count = counts.get(record.topic());
        count.read(record.timestamp());
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        while (!closing) {
            try {
                handlers.get(record.topic()).accept(key, record);
                noteDelay(record);
                return;
            } catch (SerializationException undecodable) {
                count.undecodable(place(record) + ": " + undecodable.getMessage());
                LOG.warn("Skipped {}: {}", place(record), undecodable.getMessage());
                return;
            } catch (RegistryUnavailableException silence) {
                report("the schema registry: " + silence.getMessage(), silence);
                pause();
            }
        }
    }

    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    private void noteDelay(ConsumerRecord<byte[], byte[]> record) {
        if (caughtUp && record.topic().equals(positions)) {
            delays.add(Math.max(0, clock.millis() - record.timestamp()));
        }
    }

    private void report(String trouble, Exception cause) {
        if (!trouble.equals(problem)) {
            LOG.warn("The desk waits for {}", trouble, cause);
        }
        problem = trouble;
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    /** How far it has come. */
    public IngestStatus status() {
        List<TopicProgress> topics = counts.keySet().stream()
                .sorted()
                .map(topic -> counts.get(topic).snapshot())
                .toList();
        return new IngestStatus(
                caughtUp, answers, seenMs, problem, delays.percentile(0.5), delays.percentile(0.99), topics);
    }

    /** Whether its thread still runs. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
