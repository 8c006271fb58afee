/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps records, and waits with the next as long as a test wants: Kafka that does not answer. Thread-safe. */
final class HeldSink implements RecordSink {

    private final List<OutgoingRecord> records = new CopyOnWriteArrayList<>();
    private final ReentrantLock door = new ReentrantLock();

    List<OutgoingRecord> records() {
        return records;
    }

    /** From now on writers wait. */
    void hold() {
        door.lock();
    }

    /** By the same thread. */
    void release() {
        door.unlock();
    }

    @Override
    public int write(RecordBlock block) {
        door.lock();
        try {
            records.addAll(block.records());
        } finally {
            door.unlock();
        }
        return block.records().size();
    }

    @Override
    public void flush() {
        // Memory is visible at once.
    }

    @Override
    public void finish() {
        // Nothing is open.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
