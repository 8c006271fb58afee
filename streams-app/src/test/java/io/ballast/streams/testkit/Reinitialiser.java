/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.streams.trace.TraceCarrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Knows the processors of a topology and can initialise them once more, as Kafka Streams does when it revives a task. */
final class Reinitialiser {

    static final String SETTING = "test.reinitialiser";

    private final List<Known<?, ?, ?, ?>> known = new ArrayList<>();

    /** Each processor, just before its next record: a processor may look for its stores only while it is being run. */
    void reinitialiseAll() {
        known.forEach(processor -> processor.due = true);
    }

    /** Puts itself around every processor, with what the product puts around it. */
    public static final class Wrapper implements ProcessorWrapper {
        private final ProcessorWrapper product = new TraceCarrier();
        private Reinitialiser reinitialiser;

        @Override
        public void configure(Map<String, ?> settings) {
            reinitialiser = (Reinitialiser) settings.get(SETTING);
        }

        @Override
        public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
                String name, ProcessorSupplier<KIn, VIn, KOut, VOut> plain) {
            WrappedProcessorSupplier<KIn, VIn, KOut, VOut> supplier = product.wrapProcessorSupplier(name, plain);
            return new WrappedProcessorSupplier<>() {
                @Override
                public Processor<KIn, VIn, KOut, VOut> get() {
                    return new Known<>(supplier.get(), reinitialiser);
                }

                @Override
                public java.util.Set<StoreBuilder<?>> stores() {
                    return supplier.stores();
                }
            };
        }

        @Override
        public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
                String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
            throw new UnsupportedOperationException("the topology has no fixed-key processors");
        }
    }

    private static final class Known<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {
        private final Processor<KIn, VIn, KOut, VOut> inner;
        private final Reinitialiser reinitialiser;
        private ProcessorContext<KOut, VOut> context;
        private boolean due;

        private Known(Processor<KIn, VIn, KOut, VOut> inner, Reinitialiser reinitialiser) {
            this.inner = inner;
            this.reinitialiser = reinitialiser;
        }

        @Override
        public void init(ProcessorContext<KOut, VOut> processorContext) {
            context = processorContext;
            inner.init(context);
            reinitialiser.known.add(this);
        }

        @Override
        public void process(Record<KIn, VIn> record) {
            if (due) {
                due = false;
                inner.init(context);
            }
            inner.process(record);
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
