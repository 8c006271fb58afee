/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.records.DeadLetters;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.DeadLetter;
import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * Dead letters of lines that belong to no block: they go out with the next block, and have its time, since a line that
 * cannot be read has none. Mutable, single-threaded.
 */
final class PendingLetters {

    private static final int MANY = 500;

    private record Letter(String key, DeadLetter value) {}

    private final List<Letter> letters = new ArrayList<>();

    /** A line could not be read; its file is the key. */
    void add(SourceLine line, Exception problem) {
        add(line.source(), DeadLetters.of(line, problem).build());
    }

    void add(String key, DeadLetter letter) {
        letters.add(new Letter(key, letter));
    }

    /** True when they should not wait for a block any longer: a file may be of a kind that has none. */
    boolean areMany() {
        return letters.size() >= MANY;
    }

    /** Gives them away with that time. */
    List<OutgoingRecord> take(long timestampMs) {
        List<OutgoingRecord> records = letters.stream()
                .map(letter -> new OutgoingRecord(Topic.DEAD_LETTERS, letter.key(), letter.value(), timestampMs))
                .toList();
        letters.clear();
        return records;
    }
}
