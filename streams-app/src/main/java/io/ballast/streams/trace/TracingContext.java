/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.trace;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Another context, which gives what is forwarded the headers of a trace instead of its own. */
final class TracingContext<K, V> implements ProcessorContext<K, V> {

    private final ProcessorContext<K, V> inner;
    private final Supplier<Optional<Headers>> trace;

    /** @param trace  now; empty: no headers at all */
    TracingContext(ProcessorContext<K, V> inner, Supplier<Optional<Headers>> trace) {
        this.inner = inner;
        this.trace = trace;
    }

    @Override
    public <K2 extends K, V2 extends V> void forward(Record<K2, V2> record) {
        inner.forward(carrying(record));
    }

    @Override
    public <K2 extends K, V2 extends V> void forward(Record<K2, V2> record, String child) {
        inner.forward(carrying(record), child);
    }

    /** Nothing is made anew where there is nothing to carry and nothing to leave behind: that is nearly always. */
    private <K2, V2> Record<K2, V2> carrying(Record<K2, V2> record) {
        Optional<Headers> headers = trace.get();
        if (headers.isEmpty() && record.headers().toArray().length == 0) {
            return record;
        }
        return record.withHeaders(headers.orElseGet(RecordHeaders::new));
    }

    @Override
    public String applicationId() {
        return inner.applicationId();
    }

    @Override
    public TaskId taskId() {
        return inner.taskId();
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return inner.recordMetadata();
    }

    @Override
    public Serde<?> keySerde() {
        return inner.keySerde();
    }

    @Override
    public Serde<?> valueSerde() {
        return inner.valueSerde();
    }

    @Override
    public File stateDir() {
        return inner.stateDir();
    }

    @Override
    public StreamsMetrics metrics() {
        return inner.metrics();
    }

    @Override
    public <S extends StateStore> S getStateStore(String name) {
        return inner.getStateStore(name);
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        return inner.schedule(interval, type, callback);
    }

    @Override
    public Cancellable schedule(Instant start, Duration interval, PunctuationType type, Punctuator callback) {
        return inner.schedule(start, interval, type, callback);
    }

    @Override
    public void commit() {
        inner.commit();
    }

    @Override
    public Map<String, Object> appConfigs() {
        return inner.appConfigs();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        return inner.appConfigsWithPrefix(prefix);
    }

    @Override
    public long currentSystemTimeMs() {
        return inner.currentSystemTimeMs();
    }

    @Override
    public long currentStreamTimeMs() {
        return inner.currentStreamTimeMs();
    }
}
