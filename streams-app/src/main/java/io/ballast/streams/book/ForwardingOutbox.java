/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.LogPosition;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PositionRisk;
import io.ballast.streams.errors.DeadLetters;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.record.Coordinates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
    public void positionRisk(PositionRisk risk) {
        counters.published();
        forward(risk.getPositionId(), risk, risk.getEventTime(), Names.PUBLISH_POSITION_RISK);
    }

    @Override
    public void positionGone(String positionId, Instant now) {
        counters.tombstone();
        forward(positionId, null, now, Names.PUBLISH_POSITION_RISK);
    }

    @Override
    public void poolRisk(PoolRisk risk) {
        counters.publishedGroup();
        forward(risk.getPoolId(), risk, risk.getEventTime(), Names.PUBLISH_POOL_RISK);
    }

    @Override
    public void portfolioPart(String key, PortfolioPart part) {
        counters.publishedGroup();
        forward(key, part, part.getEventTime(), Names.PUBLISH_PORTFOLIO_PARTS);
    }

    @Override
    public void portfolioCurve(String key, PortfolioCurve curve) {
        counters.publishedGroup();
        forward(key, curve, curve.getEventTime(), Names.PUBLISH_PORTFOLIO_CURVES);
    }

    @Override
    public void portfolioCurveGone(String key, Instant now) {
        counters.tombstone();
        forward(key, null, now, Names.PUBLISH_PORTFOLIO_CURVES);
    }

    @Override
    public void portfolioPartGone(String key, Instant now) {
        counters.tombstone();
        forward(key, null, now, Names.PUBLISH_PORTFOLIO_PARTS);
    }

    private void forward(String key, Object value, Instant time, String sink) {
        context.forward(new Record<>(key, value, Math.max(0, time.toEpochMilli())), sink);
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
