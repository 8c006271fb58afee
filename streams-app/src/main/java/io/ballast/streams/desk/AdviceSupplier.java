/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.streams.metrics.BookCounters;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes a processor of desks for each task, with its store. */
public final class AdviceSupplier implements ProcessorSupplier<String, Object, Object, Object> {

    private final AdviceSettings settings;
    private final DeskReader reader;
    private final BookCounters counters;

    public AdviceSupplier(AdviceSettings settings, DeskReader reader, BookCounters counters) {
        this.settings = settings;
        this.reader = reader;
        this.counters = counters;
    }

    @Override
    public Processor<String, Object, Object, Object> get() {
        return new AdviceProcessor(settings, reader, counters);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return DeskRows.builders();
    }
}
