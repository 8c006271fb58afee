/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.record.RecordReader;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.state.Stores;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes a processor for each task, with the stores it needs. */
public final class PoolBooksSupplier
        implements ProcessorSupplier<String, SourceRecord<? extends SpecificRecord>, Object, Object> {

    private final BookSettings settings;
    private final RecordReader reader;
    private final BookCounters counters;
    private final BusyThreads busyThreads = new BusyThreads(System::nanoTime);

    public PoolBooksSupplier(BookSettings settings, RecordReader reader, BookCounters counters) {
        this.settings = settings;
        this.reader = reader;
        this.counters = counters;
    }

    @Override
    public Processor<String, SourceRecord<? extends SpecificRecord>, Object, Object> get() {
        return new PoolBooksProcessor(settings, reader, counters, busyThreads);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Stores.builders();
    }
}
