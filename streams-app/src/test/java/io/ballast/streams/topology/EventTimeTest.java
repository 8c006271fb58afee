/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault")
class EventTimeTest {

    private static final long NOW_MS = 1_700_000_000_000L;

    private final EventTime eventTime =
            new EventTime(Clock.fixed(Instant.ofEpochMilli(NOW_MS), ZoneOffset.UTC), Duration.ofMinutes(10));

    @Test
    void shouldBelieveAnyPastAndTheNearFuture() {
        assertThat(extract(5, 9)).isEqualTo(5);
        assertThat(extract(NOW_MS + 600_000, 9)).isEqualTo(NOW_MS + 600_000);
    }

    @Test
    void shouldStayWhereThePartitionIsWhenATimestampIsFarAheadOrAbsent() {
        assertThat(extract(NOW_MS + 600_001, 42)).isEqualTo(42);
        assertThat(extract(-1, 42)).isEqualTo(42);
        assertThat(extract(Long.MAX_VALUE, -1)).isZero();
    }

    private long extract(long timestampMs, long partitionTimeMs) {
        ConsumerRecord<Object, Object> message = new ConsumerRecord<>(
                "topic",
                0,
                0,
                timestampMs,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());
        return eventTime.extract(message, partitionTimeMs);
    }
}
