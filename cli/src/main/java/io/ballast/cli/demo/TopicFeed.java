/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.watch.TopicTail;
import io.ballast.schemas.serde.AvroDeserializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one topic in a thread of its own, as any client of the topic would, until it is closed. */
final class TopicFeed<T extends SpecificRecord> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TopicTail tail;
    private final AvroDeserializer<T> deserializer;
    private final Listener<T> listener;
    private final Thread thread;
    private volatile boolean closing;
    private volatile Throwable failure;

    /** Hears of each record, in the feed's thread. */
    @FunctionalInterface
    interface Listener<T> {
        /** @param value  null: the key has been deleted */
        void record(String key, T value);
    }

    private TopicFeed(TopicTail tail, AvroDeserializer<T> deserializer, Listener<T> listener) {
        this.tail = tail;
        this.deserializer = deserializer;
        this.listener = listener;
        this.thread = new Thread(this::run, "topic-feed");
    }

    static <T extends SpecificRecord> TopicFeed<T> start(
            TopicTail tail, AvroDeserializer<T> deserializer, Listener<T> listener) {
        TopicFeed<T> feed = new TopicFeed<>(tail, deserializer, listener);
        feed.thread.start();
        return feed;
    }

    private void run() {
        try (TopicTail open = tail) {
            while (!closing) {
                for (ConsumerRecord<byte[], byte[]> record : open.next(POLL)) {
                    listener.record(
                            new String(record.key(), StandardCharsets.UTF_8),
                            deserializer.deserialize(record.topic(), record.value()));
                }
            }
        } catch (RuntimeException failed) {
            LOG.error("The feed of a topic ended: {}", failed.toString(), failed);
            failure = failed;
        }
    }

    /** What ended it; empty while it runs or when it was closed. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
