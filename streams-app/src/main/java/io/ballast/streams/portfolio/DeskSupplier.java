/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.state.DeskStore;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes a processor for each task, with the stores it needs. */
public final class DeskSupplier
        implements ProcessorSupplier<String, SourceRecord<? extends SpecificRecord>, Object, Object> {

    private final DeskSettings settings;
    private final Supplier<DeskCodec> codecs;
    private final BookCounters counters;

    /** @param codecs  makes one for each task: serializers are not for several threads */
    public DeskSupplier(DeskSettings settings, Supplier<DeskCodec> codecs, BookCounters counters) {
        this.settings = settings;
        this.codecs = codecs;
        this.counters = counters;
    }

    @Override
    public Processor<String, SourceRecord<? extends SpecificRecord>, Object, Object> get() {
        return new DeskProcessor(settings, codecs.get(), counters);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return DeskStore.builders(Names.DESK_RECORDS_STORE, Names.DESK_WAITING_STORE);
    }
}
