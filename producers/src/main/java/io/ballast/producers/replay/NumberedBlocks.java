/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Blocks of an input that has none of its own, numbered from 1: records are gathered until their block is to go, and letters of
 * lines that cannot be read go with the next. Mutable, single-threaded.
 */
final class NumberedBlocks {

    private static final int MOST_RECORDS = 500;

    private final Delivery delivery;
    private final PendingLetters letters = new PendingLetters();
    private final List<OutgoingRecord> block = new ArrayList<>();
    private long newestMs;
    private long count;

    NumberedBlocks(Delivery delivery) {
        this.delivery = delivery;
    }

    void add(OutgoingRecord record) {
        newestMs = Math.max(newestMs, record.timestampMs());
        block.add(record);
    }

    void unreadable(SourceLine line, MalformedLogException problem) {
        letters.add(line, problem);
        if (letters.areMany()) {
            deliver();
        }
    }

    /** True: it should not wait for more. */
    boolean isFull() {
        return block.size() >= MOST_RECORDS;
    }

    /** The block is complete. */
    void deliver() {
        block.addAll(letters.take(newestMs));
        if (!block.isEmpty()) {
            delivery.deliver(new RecordBlock(++count, Optional.empty(), block));
            block.clear();
        }
    }

    /** Blocks delivered. */
    long count() {
        return count;
    }
}
