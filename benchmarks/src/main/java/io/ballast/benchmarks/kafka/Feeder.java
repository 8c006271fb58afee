/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kafka;

import io.ballast.benchmarks.workload.FeedRecord;
import io.ballast.benchmarks.workload.PoolFeed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records that are encoded already, as fast as the broker takes them or one at a time. */
public final class Feeder implements AutoCloseable {

    private static final int DEPOSITS_AT_ONCE = 20_000;

    private final Producer<byte[], byte[]> producer;
    private final String prefix;
    private final List<Header> headers;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param lingerMs  how long a record waits for company */
    public Feeder(Bench bench, String prefix, int lingerMs) {
        this(bench, prefix, lingerMs, List.of());
    }

    /**
     * @param lingerMs  how long a record waits for company
     * @param headers  of each record
     */
    public Feeder(Bench bench, String prefix, int lingerMs, List<Header> headers) {
        this.prefix = prefix;
        this.headers = headers;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bench.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMs,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Writes the pool and all its positions. */
    public void create(PoolFeed feed) {
        send(feed.creation());
        deposit(feed, this::sendSoon);
    }

    /** All deposits, a portion at a time, each in a way of its own. */
    public void deposit(PoolFeed feed, Consumer<FeedRecord> writer) {
        for (List<FeedRecord> some = feed.deposits(DEPOSITS_AT_ONCE);
                !some.isEmpty();
                some = feed.deposits(DEPOSITS_AT_ONCE)) {
            some.forEach(writer);
            flush();
        }
    }

    /** Returns when the broker has them all. */
    public void send(List<FeedRecord> records) {
        records.forEach(this::sendSoon);
        flush();
    }

    /** Returns at once; a failure shows at the next call. */
    public void sendSoon(FeedRecord record) {
        sendSoon(record.topic().fullName(prefix), record.key(), record);
    }

    /** Writes to a topic that Ballast does not have. */
    public void sendSoon(String topic, byte[] key, FeedRecord record) {
        requireWell();
        producer.send(
                new ProducerRecord<>(topic, null, record.timestampMs(), key, record.value(), headers),
                (metadata, error) -> failure.compareAndSet(null, error));
    }

    public void flush() {
        producer.flush();
        requireWell();
    }

    private void requireWell() {
        Exception error = failure.get();
        if (error != null) {
            throw new KafkaException("input could not be written", error);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
