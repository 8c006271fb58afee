/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Takes a record's own timestamp, unless it is absent or too far in the future: one such record would push the time of its
 * partition ahead for good. Then the partition's time so far stands in; the record's own event time is checked later.
 */
public final class EventTime implements TimestampExtractor {

    private final Clock clock;
    private final long futureSkewMs;

    public EventTime(Clock clock, Duration futureSkew) {
        this.clock = clock;
        this.futureSkewMs = futureSkew.toMillis();
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> message, long partitionTimeMs) {
        long timestampMs = message.timestamp();
        boolean believable = timestampMs >= 0 && timestampMs <= clock.millis() + futureSkewMs;
        return believable ? timestampMs : Math.max(0, partitionTimeMs);
    }
}
