/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import io.ballast.streams.errors.DeadLetterWriter;
import io.ballast.streams.errors.UnexpectedFailureHandler;
import io.ballast.streams.errors.UnreadableRecordHandler;
import io.ballast.streams.errors.UnsentRecordHandler;
import io.ballast.streams.state.SharedRocksConfig;
import io.ballast.streams.state.SharedRocksMemory;
import io.ballast.streams.trace.TraceCarrier;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka Streams is started with: our defaults, over them whatever was set for Kafka itself. */
public final class StreamsSettings {

    /** What the next major version does anyway; its constant is deprecated for that reason. */
    private static final String HANDLE_GLOBAL_FAILURES = "processing.exception.handler.global.enabled";

    /**
     * With less a consumer hands over what it fetched of one topic before it looks at what it fetched of the next, and Kafka
     * Streams takes the next for empty: ticks would be read thousands of records ahead of position events.
     */
    private static final int EVERYTHING_FETCHED = 1_000_000;

    private StreamsSettings() {}

    public static Map<String, Object> of(BallastConfig config, DeadLetterWriter deadLetters, SharedRocksMemory memory) {
        Map<String, Object> settings = new HashMap<>();
        putDefaults(settings, config);
        putDelivery(settings, config);
        putClassicDefaults(settings, config);
        settings.putAll(config.kafka(ClientKind.STREAMS));
        config.kafkaOnly(ClientKind.PRODUCER)
                .forEach((key, value) -> settings.put(StreamsConfig.producerPrefix(key), value));
        config.kafkaOnly(ClientKind.CONSUMER)
                .forEach((key, value) -> settings.put(StreamsConfig.consumerPrefix(key), value));
        config.kafkaOnly(ClientKind.ADMIN)
                .forEach((key, value) -> settings.put(StreamsConfig.adminClientPrefix(key), value));
        settings.put(DeadLetterWriter.SETTING, deadLetters);
        settings.put(SharedRocksMemory.SETTING, memory);
        return settings;
    }

    private static void putDefaults(Map<String, Object> settings, BallastConfig config) {
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                config.stateDirectory().toAbsolutePath().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.getInt(BallastKeys.THREADS));
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedRocksConfig.class);
        // Our books are the cache: one under the stores would only hold everything twice.
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecordHandler.class);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnsentRecordHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnexpectedFailureHandler.class);
        settings.put(HANDLE_GLOBAL_FAILURES, true);
        settings.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, TraceCarrier.class);
    }

    private static void putDelivery(Map<String, Object> settings, BallastConfig config) {
        settings.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                config.exactlyOnce() ? StreamsConfig.EXACTLY_ONCE_V2 : StreamsConfig.AT_LEAST_ONCE);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.getLong(BallastKeys.COMMIT_INTERVAL_MS));
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, config.getLong(BallastKeys.TASK_IDLE_MS));
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, config.getString(BallastKeys.GROUP_PROTOCOL));
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), config.getLong(BallastKeys.LINGER_MS));
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        if (config.exactlyOnce()) {
            settings.put(
                    StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                    config.getInt(BallastKeys.TRANSACTION_TIMEOUT_MS));
        }
        // Our producers write in transactions whatever we do ourselves.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), EVERYTHING_FETCHED);
    }

    /** Kafka's own take three quarters of a minute to notice that an instance has died. */
    private static void putClassicDefaults(Map<String, Object> settings, BallastConfig config) {
        if (!config.streamsGroupProtocol()) {
            settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.getInt(BallastKeys.STANDBYS));
            settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
            settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        }
    }
}
