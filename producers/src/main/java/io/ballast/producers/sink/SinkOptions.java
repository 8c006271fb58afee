/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schemas.serde.RegistryClients;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How a {@link TransactionalSink} writes.
 *
 * @param config  Kafka's own keys ({@code bootstrap.servers}, {@code security.protocol}, …) and the registry client's
 *     ({@code schema.registry.url}, …), passed through; {@code ballast.topic.prefix} and {@code auto.register.schemas}
 *     are read here
 * @param producerId  names the producer for good: it is the transactional id, and the key of its progress record. A second
 *     producer of the same id ends the first
 * @param source  what it reads, with a fingerprint: progress made on another source is refused
 * @param maxRecordsPerTransaction  small blocks share a transaction up to about this many records; 1: one block each
 * @param maxTransactionAge  a transaction older than this is committed with the next block
 * @param begin  what the source does when it is started again
 */
public record SinkOptions(
        Map<String, String> config,
        String producerId,
        String source,
        int maxRecordsPerTransaction,
        Duration maxTransactionAge,
        Begin begin) {

    /** What a source does when it is started again. */
    public enum Begin {
        /** It gives again from its beginning what it gave before: what was committed is left out. */
        ANEW,
        /** It gives what happens from then on: nothing of it was committed. */
        LIVE
    }

    public static final String TOPIC_PREFIX = "ballast.topic.prefix";
    public static final String DEFAULT_TOPIC_PREFIX = "ballast.";

    private static final int DEFAULT_RECORDS = 5_000;
    private static final Duration DEFAULT_AGE = Duration.ofMillis(200);

    public SinkOptions {
        config = Map.copyOf(config);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(begin, "begin");
        if (producerId.isBlank()) {
            throw new IllegalArgumentException("the producer id is empty");
        }
        if (maxRecordsPerTransaction < 1) {
            throw new IllegalArgumentException(
                    "maxRecordsPerTransaction " + maxRecordsPerTransaction + " is not above 0");
        }
        if (maxTransactionAge.isNegative()) {
            throw new IllegalArgumentException("maxTransactionAge " + maxTransactionAge + " is negative");
        }
    }

    /** For a source that is read from its beginning each time. */
    public SinkOptions(
            Map<String, String> config,
            String producerId,
            String source,
            int maxRecordsPerTransaction,
            Duration maxTransactionAge) {
        this(config, producerId, source, maxRecordsPerTransaction, maxTransactionAge, Begin.ANEW);
    }

    /** Options with batching suited to a replay. */
    public static SinkOptions of(Map<String, String> config, String producerId, String source) {
        return new SinkOptions(config, producerId, source, DEFAULT_RECORDS, DEFAULT_AGE);
    }

    /** The same for a source that cannot be read again. */
    public SinkOptions live() {
        return new SinkOptions(config, producerId, source, maxRecordsPerTransaction, maxTransactionAge, Begin.LIVE);
    }

    /** The same, with a transaction for each block: what is written is visible soonest. */
    public SinkOptions oneBlockPerTransaction() {
        return new SinkOptions(config, producerId, source, 1, Duration.ZERO, begin);
    }

    public String topicPrefix() {
        return config.getOrDefault(TOPIC_PREFIX, DEFAULT_TOPIC_PREFIX);
    }

    public boolean autoRegister() {
        return RegistryClients.autoRegister(config);
    }
}
