/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.topology;

import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.ClientKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** Somebody else's topology, with the settings that Ballast runs with: the same guarantee, commit interval and batching. */
public final class PlainStreams implements MeasuredApplication {

    private static final Duration CLOSING = Duration.ofSeconds(60);
    private static final int EVERYTHING_FETCHED = 1_000_000;

    private final KafkaStreams streams;
    private final CountDownLatch running = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public PlainStreams(Topology topology, BallastConfig config) {
        Properties properties = new Properties();
        properties.putAll(settings(config));
        streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(error -> {
            failure.compareAndSet(null, error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        streams.start();
    }

    private static Map<String, Object> settings(BallastConfig config) {
        Map<String, Object> settings = new HashMap<>(config.kafka(ClientKind.STREAMS));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.getInt(BallastKeys.THREADS));
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        settings.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                config.exactlyOnce() ? StreamsConfig.EXACTLY_ONCE_V2 : StreamsConfig.AT_LEAST_ONCE);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.getLong(BallastKeys.COMMIT_INTERVAL_MS));
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, config.getString(BallastKeys.GROUP_PROTOCOL));
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), config.getLong(BallastKeys.LINGER_MS));
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), EVERYTHING_FETCHED);
        if (config.exactlyOnce()) {
            settings.put(
                    StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                    config.getInt(BallastKeys.TRANSACTION_TIMEOUT_MS));
        }
        return settings;
    }

    @Override
    public void awaitRunning(Duration atMost) throws InterruptedException, TimeoutException {
        if (!running.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("Kafka Streams is " + streams.state() + " after " + atMost);
        }
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() {
        streams.close(CloseOptions.timeout(CLOSING).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
}
