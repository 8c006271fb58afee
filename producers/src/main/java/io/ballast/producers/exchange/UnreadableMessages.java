/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import io.ballast.producers.records.DeadLetters;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Dead letters that were not written yet: so many and no more, whatever an exchange sends. Thread-safe. */
final class UnreadableMessages {

    private static final int MOST_WAITING = 100;

    private final List<OutgoingRecord> waiting = new ArrayList<>();

    /**
     * A message that could not be read.
     *
     * @param message  its source is the exchange, its number counts messages since the start
     * @return false if there was no room for it
     */
    synchronized boolean add(SourceLine message, Exception problem, Instant heardAt) {
        if (waiting.size() >= MOST_WAITING) {
            return false;
        }
        waiting.add(new OutgoingRecord(
                Topic.DEAD_LETTERS,
                message.source(),
                DeadLetters.of(message, problem).build(),
                heardAt.toEpochMilli()));
        return true;
    }

    /** Takes all. */
    synchronized List<OutgoingRecord> take() {
        List<OutgoingRecord> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
