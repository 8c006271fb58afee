/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.desk.PortfolioHedges;
import io.ballast.streams.desk.PortfolioRule;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.output.Output;
import io.ballast.streams.record.StoredRecord;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands output on to the sinks. */
final class ForwardingDeskOutbox implements DeskOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardingDeskOutbox.class);

    private final Output output;
    private final BookCounters counters;

    ForwardingDeskOutbox(ProcessorContext<Object, Object> context, BookCounters counters) {
        output = new Output(context);
        this.counters = counters;
    }

    @Override
    public void risk(PortfolioRisk risk) {
        counters.publishedGroup();
        output.forward(risk.getPortfolio(), risk, risk.getEventTime(), Names.PUBLISH_PORTFOLIO_RISK);
    }

    @Override
    public void riskGone(String portfolio, Instant now) {
        counters.tombstone();
        output.forward(portfolio, null, now, Names.PUBLISH_PORTFOLIO_RISK);
    }

    @Override
    public void hedges(PortfolioBook book) {
        PortfolioHedges hedges = book.hedgesHeld();
        output.forward(book.path().path(), hedges, hedges.time(), Names.ADVISE_DESKS);
    }

    @Override
    public void policy(String portfolio, PortfolioRule rule) {
        output.forward(portfolio, rule, Instant.EPOCH, Names.ADVISE_DESKS);
    }

    @Override
    public void advice(String key, HedgeRecommendation advice) {
        counters.recommendation();
        output.forward(key, advice, advice.getEventTime(), Names.PUBLISH_HEDGE_RECOMMENDATIONS);
    }

    @Override
    public void adviceGone(String key, Instant now) {
        counters.tombstone();
        output.forward(key, null, now, Names.PUBLISH_HEDGE_RECOMMENDATIONS);
    }

    @Override
    public void deadLetter(StoredRecord record, String key, String reason) {
        LOG.warn("Dead letter of {}: {}", record.from(), reason);
        counters.deadLetter();
        output.deadLetter(record, key, reason, Names.PUBLISH_DEAD_LETTERS_OF_DESKS);
    }
}
