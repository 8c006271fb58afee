/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.schema.OptionChain;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.StripRecommendation;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.output.Output;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.record.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands records to the desks of a task and keeps what they say in a store. One strip at most is worked out with each record, the
 * others while nothing comes, so that no record takes long.
 */
final class AdviceProcessor implements Processor<String, Object, Object, Object>, DeskOutlet {

    private static final Logger LOG = LoggerFactory.getLogger(AdviceProcessor.class);
    private static final Duration TIDY_EVERY = Duration.ofSeconds(1);
    private static final Duration SERVE_EVERY = Duration.ofMillis(100);

    private final AdviceSettings settings;
    private final DeskReader reader;
    private final BookCounters counters;
    private ProcessorContext<Object, Object> context;
    private Output output;
    private DeskRows rows;
    private Desk desk;
    private List<Cancellable> schedules = List.of();

    AdviceProcessor(AdviceSettings settings, DeskReader reader, BookCounters counters) {
        this.settings = settings;
        this.reader = reader;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        output = new Output(context);
        rows = new DeskRows(context.getStateStore(Names.DESK_ROWS_STORE));
        desk = new Desk(settings, this);
        rows.each((topic, key, value) -> reader.read(desk, topic, key, value));
        desk.live();
        schedules.forEach(Cancellable::cancel);
        schedules = List.of(
                context.schedule(TIDY_EVERY, PunctuationType.WALL_CLOCK_TIME, nowMs -> tidy()),
                context.schedule(SERVE_EVERY, PunctuationType.WALL_CLOCK_TIME, nowMs -> serve()));
    }

    @Override
    public void process(Record<String, Object> record) {
        if (record.value() instanceof PortfolioHedges hedges) {
            desk.hedges(record.key(), hedges);
            rows.put(Topic.HEDGE_EVENTS, record.key(), hedges.encoded());
        } else if (record.value() instanceof PortfolioRule rule) {
            desk.policy(record.key(), rule.options());
            rows.put(Topic.POLICIES, record.key(), rule.raw());
        } else {
            takeRecord(record.withValue((SourceRecord<?>) record.value()));
        }
        serve();
    }

    private void takeRecord(Record<String, SourceRecord<?>> record) {
        Coordinates from = Coordinates.of(context.recordMetadata().orElseThrow(), settings.topicPrefix());
        SpecificRecord value =
                record.value() == null ? null : (SpecificRecord) record.value().value();
        byte[] raw = record.value() == null ? null : record.value().raw();
        try {
            take(from.topic(), record.key(), value, raw);
        } catch (IllegalArgumentException senseless) {
            refuse(record, from, raw, senseless.getMessage());
        }
    }

    private void tidy() {
        desk.tidy();
        count();
    }

    private void serve() {
        desk.serve();
        count();
    }

    private void count() {
        counters.setWaiting(context.taskId(), Names.ADVISE_DESKS, desk.waiting());
    }

    @Override
    public void close() {
        counters.forgetWaiting(context.taskId(), Names.ADVISE_DESKS);
    }

    private void take(Topic topic, String key, SpecificRecord value, byte[] raw) {
        switch (topic) {
            case PORTFOLIO_CURVES -> {
                desk.curve(key, (PortfolioCurve) value);
                rows.put(topic, key, raw);
            }
            case OPTION_CHAINS -> {
                desk.chain(key, (OptionChain) value);
                rows.put(topic, key, raw);
            }
            case PORTFOLIO_PARTS -> takePrice((PortfolioPart) value);
            default -> throw new IllegalStateException("no input of desks: " + topic);
        }
    }

    private void takePrice(PortfolioPart part) {
        PoolPrice price = part == null ? null : Desk.price(part);
        if (price != null) {
            desk.price(part.getPoolId(), price);
            rows.put(Topic.PORTFOLIO_PARTS, part.getPoolId(), price.encoded());
        }
    }

    private void refuse(Record<String, SourceRecord<?>> record, Coordinates from, byte[] raw, String reason) {
        counters.deadLetter();
        StoredRecord refused = new StoredRecord(from, record.timestamp(), raw);
        output.deadLetter(refused, record.key(), reason, Names.PUBLISH_DESK_DEAD_LETTERS);
    }

    @Override
    public void strip(String key, StripRecommendation recommendation) {
        output.forward(key, recommendation, recommendation.getEventTime(), Names.PUBLISH_STRIP_RECOMMENDATIONS);
    }

    @Override
    public void stripGone(String key, Instant now) {
        output.forward(key, null, now, Names.PUBLISH_STRIP_RECOMMENDATIONS);
    }

    @Override
    public void scenarios(String portfolio, PortfolioScenarios scenarios) {
        output.forward(portfolio, scenarios, scenarios.getEventTime(), Names.PUBLISH_PORTFOLIO_SCENARIOS);
    }

    @Override
    public void scenariosGone(String portfolio, Instant now) {
        output.forward(portfolio, null, now, Names.PUBLISH_PORTFOLIO_SCENARIOS);
    }

    @Override
    public void pastPrices(long step, byte[] prices) {
        rows.put(Topic.DESK_PRICES, Long.toString(step), prices);
    }

    @Override
    public void pastPricesGone(long step) {
        rows.put(Topic.DESK_PRICES, Long.toString(step), null);
    }

    @Override
    public void failed(String key, RuntimeException why) {
        LOG.warn("{} could not be worked out and is withdrawn", key, why);
    }
}
