/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.LogPosition;
import io.ballast.schema.PositionRisk;
import io.ballast.streams.errors.DeadLetters;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.record.Coordinates;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands output on to the sinks. */
final class ForwardingOutbox implements Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardingOutbox.class);

    private final ProcessorContext<Object, Object> context;
    private final BookCounters counters;

    ForwardingOutbox(ProcessorContext<Object, Object> context, BookCounters counters) {
        this.context = context;
        this.counters = counters;
    }

    @Override
    public void positionRisk(String positionId, PositionRisk risk, long timestampMs) {
        if (risk == null) {
            counters.tombstone();
        } else {
            counters.published();
        }
        context.forward(new Record<>(positionId, risk, timestampMs), Names.PUBLISH_POSITION_RISK);
    }

    @Override
    public void deadLetter(
            Coordinates from,
            String key,
            byte[] value,
            String reason,
            String poolId,
            LogPosition at,
            long timestampMs) {
        LOG.warn("Dead letter of {}: {}", from, reason);
        counters.deadLetter();
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        context.forward(
                new Record<>(
                        keyBytes,
                        DeadLetters.ofBook(from, keyBytes, value, reason, poolId, at),
                        Math.max(0, timestampMs)),
                Names.PUBLISH_DEAD_LETTERS);
    }
}
