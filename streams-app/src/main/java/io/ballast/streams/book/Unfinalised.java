/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.Entry;
import io.ballast.risk.book.LogPosition;
import io.ballast.streams.record.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Positions of one pool that were changed in a block which the chain may still drop: one that the book can still undo and that is
 * younger than the time after which blocks count as final. What has no block, as minute bars, cannot be dropped. Mutable and
 * single-threaded.
 */
final class Unfinalised {

    private record Touch(LogPosition at, Instant time, List<String> keys) {}

    private final Duration finality;
    private final Consumer<String> entered;
    private final Consumer<String> left;
    private final Deque<Touch> touches = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /**
     * @param finality  event time after which a block counts as final
     * @param entered  is told of a position just after it has become one of these
     * @param left  is told of one just after it has become none
     */
    Unfinalised(Duration finality, Consumer<String> entered, Consumer<String> left) {
        this.finality = finality;
        this.entered = entered;
        this.left = left;
    }

    boolean contains(String positionKey) {
        return counts.containsKey(positionKey);
    }

    /** An entry was applied, the newest of all. */
    void applied(Entry<Origin> entry) {
        if (entry.at().blockHash() == null) {
            return;
        }
        List<String> keys = ChangedPositions.of(entry).stream().distinct().toList();
        if (keys.isEmpty()) {
            return;
        }
        touches.addLast(new Touch(entry.at(), entry.arrival().source().eventTime(), keys));
        for (String key : keys) {
            if (counts.merge(key, 1, Integer::sum) == 1) {
                entered.accept(key);
            }
        }
    }

    /** The newest entry was taken back, and what it changed with it. */
    void undone(Entry<Origin> entry) {
        if (!touches.isEmpty() && touches.peekLast().at().equals(entry.at())) {
            drop(touches.removeLast());
        }
    }

    /**
     * Lets go of what is final by now.
     *
     * @param now  event time of the newest record
     * @param oldest  the oldest entry that can be undone; null: none
     */
    void finalise(Instant now, Entry<Origin> oldest) {
        while (!touches.isEmpty() && isFinal(touches.peekFirst(), now, oldest)) {
            drop(touches.removeFirst());
        }
    }

    private boolean isFinal(Touch touch, Instant now, Entry<Origin> oldest) {
        return oldest == null
                || touch.at().compareTo(oldest.placedAt()) < 0
                || Duration.between(touch.time(), now).compareTo(finality) >= 0;
    }

    private void drop(Touch touch) {
        for (String key : touch.keys()) {
            if (counts.merge(key, -1, Integer::sum) == 0) {
                counts.remove(key);
                left.accept(key);
            }
        }
    }
}
