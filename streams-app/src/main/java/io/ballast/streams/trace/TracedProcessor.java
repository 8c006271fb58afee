/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.trace;

import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Another processor, which forwards with the trace of the record that it is processing. */
final class TracedProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

    private final Processor<KIn, VIn, KOut, VOut> inner;

    /** Of the record in process; empty between records, too. */
    private Optional<Headers> trace = Optional.empty();

    TracedProcessor(Processor<KIn, VIn, KOut, VOut> inner) {
        this.inner = inner;
    }

    @Override
    public void init(ProcessorContext<KOut, VOut> context) {
        inner.init(new TracingContext<>(context, () -> trace));
    }

    @Override
    public void process(Record<KIn, VIn> record) {
        trace = TraceHeaders.of(record.headers());
        try {
            inner.process(record);
        } finally {
            trace = Optional.empty();
        }
    }

    @Override
    public void close() {
        inner.close();
    }
}
