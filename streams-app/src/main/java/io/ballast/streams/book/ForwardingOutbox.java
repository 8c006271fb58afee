/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.LogPosition;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PositionRisk;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.output.Output;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.StoredRecord;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands output on to the sinks. */
final class ForwardingOutbox implements Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardingOutbox.class);

    private final Output output;
    private final BookCounters counters;

    ForwardingOutbox(ProcessorContext<Object, Object> context, BookCounters counters) {
        output = new Output(context);
        this.counters = counters;
    }

    @Override
    public void positionRisk(PositionRisk risk) {
        counters.published();
        output.forward(risk.getPositionId(), risk, risk.getEventTime(), Names.PUBLISH_POSITION_RISK);
    }

    @Override
    public void positionGone(String positionId, Instant now) {
        counters.tombstone();
        output.forward(positionId, null, now, Names.PUBLISH_POSITION_RISK);
    }

    @Override
    public void poolRisk(PoolRisk risk) {
        counters.publishedGroup();
        output.forward(risk.getPoolId(), risk, risk.getEventTime(), Names.PUBLISH_POOL_RISK);
    }

    @Override
    public void portfolioPart(String key, PortfolioPart part) {
        counters.publishedGroup();
        output.forward(key, part, part.getEventTime(), Names.PUBLISH_PORTFOLIO_PARTS);
    }

    @Override
    public void portfolioCurve(String key, PortfolioCurve curve) {
        counters.publishedGroup();
        output.forward(key, curve, curve.getEventTime(), Names.PUBLISH_PORTFOLIO_CURVES);
    }

    @Override
    public void portfolioCurveGone(String key, Instant now) {
        counters.tombstone();
        output.forward(key, null, now, Names.PUBLISH_PORTFOLIO_CURVES);
    }

    @Override
    public void portfolioPartGone(String key, Instant now) {
        counters.tombstone();
        output.forward(key, null, now, Names.PUBLISH_PORTFOLIO_PARTS);
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
        StoredRecord record = new StoredRecord(from, timestampMs, value);
        output.deadLetter(record, key, reason, poolId, at, Names.PUBLISH_DEAD_LETTERS);
    }
}
