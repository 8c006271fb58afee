/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import io.ballast.schema.DeskInput;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.naming.Names;
import io.ballast.streams.output.Output;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.SourceRecord;
import io.ballast.streams.record.StoredRecord;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends hedge instruments, hedge events, policies and claims on to the desks, with where they came from, so that a desk can name it.
 * Holds no state.
 */
final class DeskInputRouter implements Processor<String, SourceRecord<? extends SpecificRecord>, Object, Object> {

    private final String topicPrefix;
    private final BookCounters counters;
    private ProcessorContext<Object, Object> context;
    private Output output;

    DeskInputRouter(String topicPrefix, BookCounters counters) {
        this.topicPrefix = topicPrefix;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        output = new Output(context);
    }

    @Override
    public void process(Record<String, SourceRecord<? extends SpecificRecord>> record) {
        Coordinates from = Coordinates.of(context.recordMetadata().orElseThrow(), topicPrefix);
        byte[] raw = record.value() == null ? null : record.value().raw();
        if (record.key() == null || record.key().isBlank()) {
            String reason = "a " + from.topic().shortName() + " record without a key";
            counters.deadLetter();
            StoredRecord refused = new StoredRecord(from, record.timestamp(), raw);
            output.deadLetter(refused, null, reason, Names.PUBLISH_DEAD_LETTERS_OF_DESK_INPUTS);
            return;
        }
        DeskInput input = DeskInput.newBuilder()
                .setSourceTopic(from.topicName())
                .setSourcePartition(from.partition())
                .setSourceOffset(from.offset())
                .setValue(raw == null ? null : ByteBuffer.wrap(raw))
                .build();
        context.forward(new Record<>(record.key(), input, record.timestamp()), Names.PUBLISH_DESK_INPUTS);
    }
}
