/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import io.ballast.desk.DeskCluster;
import io.ballast.desk.store.DeskStore;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.reading.CommittedConsumer;
import io.ballast.schemas.serde.RegistryUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is committed to the output topics from their beginning on, in a thread of its own and as a member of no group: each
 * desk has all of it. While the broker or the registry does not answer, nothing is lost; it goes on where it was.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MS = 1000;
    private static final long RETRY_MS = 500;
    private static final int KEPT_DELAYS = 1024;

    private final InstantSource clock;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, RecordHandler> handlers = new HashMap<>();
    private final ReadProgress progress;
    private final Delays delays = new Delays(KEPT_DELAYS);
    private final String positions;
    private final Thread thread = new Thread(this::run, "desk-reader");
    private long lookedMs;
    private volatile boolean answers;
    private volatile long seenMs = -1;
    private volatile String problem;
    private volatile boolean closing;

    private TopicReader(DeskCluster cluster, DeskStore store, Consumer<byte[], byte[]> consumer, InstantSource clock) {
        this.clock = clock;
        this.consumer = consumer;
        this.positions = cluster.name(Topic.POSITION_RISK);
        new TopicHandlers(cluster, store).all().forEach((topic, handler) -> handlers.put(cluster.name(topic), handler));
        this.progress = new ReadProgress(handlers.keySet());
    }

    /** Begins to read. */
    public static TopicReader start(DeskCluster cluster, DeskStore store, InstantSource clock) {
        return start(
                cluster,
                store,
                CommittedConsumer.open(cluster.consumer(), Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")),
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
            progress.look(open);
            answers = true;
            seenMs = clock.millis();
            problem = null;
        } catch (TimeoutException silence) {
            answers = false;
            report("the broker does not answer: " + silence.getMessage(), silence);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        TopicCounts count = progress.of(record.topic());
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

    /** Topic-partition@offset. */
    public static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    private void noteDelay(ConsumerRecord<byte[], byte[]> record) {
        if (progress.isCaughtUp() && record.topic().equals(positions)) {
            delays.add(clock.millis() - record.timestamp());
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
        return new IngestStatus(
                progress.isCaughtUp(),
                answers,
                seenMs,
                problem,
                delays.percentile(0.5),
                delays.percentile(0.99),
                progress.topics());
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
