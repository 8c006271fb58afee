/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.schema.QuotedOption;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.record.SourceRecord;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes a processor of option quotes for each task, with its store. */
public final class SurfaceSupplier implements ProcessorSupplier<String, SourceRecord<QuotedOption>, Object, Object> {

    private final OptionSettings settings;
    private final String topicPrefix;
    private final Deserializer<QuotedOption> values;
    private final BookCounters counters;

    public SurfaceSupplier(
            OptionSettings settings, String topicPrefix, Deserializer<QuotedOption> values, BookCounters counters) {
        this.settings = settings;
        this.topicPrefix = topicPrefix;
        this.values = values;
        this.counters = counters;
    }

    @Override
    public Processor<String, SourceRecord<QuotedOption>, Object, Object> get() {
        return new SurfaceProcessor(settings, topicPrefix, values, counters);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return KeptQuotes.builders();
    }
}
