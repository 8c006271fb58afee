/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.state.AlertStore;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes a processor for each task, with the stores it needs. */
public final class AlertSupplier
        implements ProcessorSupplier<String, SourceRecord<? extends SpecificRecord>, Object, Object> {

    private final AlertSettings settings;
    private final BookCounters counters;

    public AlertSupplier(AlertSettings settings, BookCounters counters) {
        this.settings = settings;
        this.counters = counters;
    }

    @Override
    public Processor<String, SourceRecord<? extends SpecificRecord>, Object, Object> get() {
        return new AlertProcessor(settings, counters);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return AlertStore.builders();
    }
}
