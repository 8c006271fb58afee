/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Keeps everything in memory: for tests, and for looking at what a source would give. */
public final class MemorySink implements RecordSink {

    private final Optional<PoolSequences> sequences;
    private final List<RecordBlock> blocks = new ArrayList<>();
    private boolean finished;

    /** Keeps records as the source gives them. */
    public MemorySink() {
        sequences = Optional.empty();
    }

    /** Numbers the records of pools as a {@link TransactionalSink} of that producer id does. */
    public MemorySink(String producerId) {
        sequences = Optional.of(new PoolSequences(producerId));
    }

    @Override
    public int write(RecordBlock block) {
        if (finished) {
            throw new SinkException("block " + block.blockNumber() + " comes after the end of the source");
        }
        sequences.ifPresent(numbers -> block.records().forEach(numbers::number));
        blocks.add(block);
        return block.records().size();
    }

    @Override
    public void flush() {
        // Memory is visible at once.
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    public boolean finished() {
        return finished;
    }

    public List<RecordBlock> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    /** All records of all blocks, in order. */
    public List<OutgoingRecord> records() {
        return blocks.stream().flatMap(block -> block.records().stream()).toList();
    }

    /** The records of one topic, in order. */
    public List<OutgoingRecord> records(Topic topic) {
        return records().stream().filter(sent -> sent.topic() == topic).toList();
    }

    /**
     * The values of one topic, in order.
     *
     * @throws ClassCastException if {@code type} is not the topic's value type
     */
    public <T extends SpecificRecord> List<T> values(Topic topic, Class<T> type) {
        return records(topic).stream().map(sent -> type.cast(sent.value())).toList();
    }
}
