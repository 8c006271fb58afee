/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertEvent;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.output.Output;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.record.StoredRecord;
import io.ballast.streams.state.AlertStore;
import io.ballast.streams.state.CommitHook;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Hands what was published, and what people do, to the alerts of a task. All that it has is made anew from the store at init. */
final class AlertProcessor implements Processor<String, SourceRecord<? extends SpecificRecord>, Object, Object> {

    private final AlertSettings settings;
    private final BookCounters counters;
    private ProcessorContext<Object, Object> context;
    private Output output;
    private Alerts alerts;

    AlertProcessor(AlertSettings settings, BookCounters counters) {
        this.settings = settings;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        output = new Output(context);
        AlertStore store = AlertStore.of(context.getStateStore(Names.ALERTS_STORE));
        alerts = new Alerts(settings.rules(), new AlertRows(store), this::publish);
        CommitHook commits = context.getStateStore(Names.ALERTS_COMMIT_HOOK);
        commits.beforeCommit(alerts::write);
    }

    @Override
    public void process(Record<String, SourceRecord<? extends SpecificRecord>> record) {
        Coordinates from = Coordinates.of(context.recordMetadata().orElseThrow(), settings.topicPrefix());
        SpecificRecord value = record.value() == null ? null : record.value().value();
        if (from.topic() == Topic.ALERT_EVENTS) {
            act(record, from, (AlertEvent) value);
        } else {
            alerts.observe(Scope.of(from.topic()), record.key(), value, record.timestamp());
        }
    }

    private void act(
            Record<String, SourceRecord<? extends SpecificRecord>> record, Coordinates from, AlertEvent event) {
        if (event == null) {
            return;
        }
        try {
            alerts.act(record.key(), event);
        } catch (IllegalArgumentException malformed) {
            StoredRecord refused =
                    new StoredRecord(from, record.timestamp(), record.value().raw());
            counters.deadLetter();
            output.deadLetter(refused, record.key(), malformed.getMessage(), Names.PUBLISH_ALERT_DEAD_LETTERS);
        }
    }

    private void publish(Alert alert) {
        output.forward(alert.getFingerprint(), alert, alert.getEventTime(), Names.PUBLISH_ALERTS);
    }
}
