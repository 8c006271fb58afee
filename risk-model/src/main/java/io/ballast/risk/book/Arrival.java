/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.rebalancing.Marks;

/**
 * A record as it came in.
 *
 * @param at  where it belongs in the pool's history
 * @param event  what happened
 * @param removed  a reorganisation took this log back
 * @param source  whatever the caller wants to have back with it: its original bytes, its time
 * @param marks  its event time and the market's prices as they were known when it came in
 */
public record Arrival<S>(LogPosition at, BookEvent event, boolean removed, S source, Marks marks) {

    /** A record that no market prices are known for yet. */
    public Arrival(LogPosition at, BookEvent event, boolean removed, S source) {
        this(at, event, removed, source, Marks.NONE);
    }

    public Arrival<S> withMarks(Marks found) {
        return new Arrival<>(at, event, removed, source, found);
    }
}
