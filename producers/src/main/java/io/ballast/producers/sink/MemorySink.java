/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Keeps everything in memory: for tests, and for looking at what a source would give. */
public final class MemorySink implements RecordSink {

    private final List<RecordBlock> blocks = new ArrayList<>();
    private boolean finished;

    @Override
    public int write(RecordBlock block) {
        if (finished) {
            throw new SinkException("block " + block.blockNumber() + " comes after the end of the source");
        }
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
