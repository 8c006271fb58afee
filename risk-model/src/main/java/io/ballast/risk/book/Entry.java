/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.Change;
import java.util.List;

/**
 * One line of a pool's recent history.
 *
 * @param arrival  the record
 * @param placedAt  where it lies among the others: its own place, or the newest one when it came too late for that
 * @param changes  what it changed, oldest first; empty when it was refused
 * @param refusal  why the book refused it; null when it did not
 * @param settled  given up on and reported
 */
public record Entry<S>(
        Arrival<S> arrival, LogPosition placedAt, List<Change<?, ?>> changes, String refusal, boolean settled) {

    public LogPosition at() {
        return arrival.at();
    }

    /** True when it lies behind what it belongs before. */
    public boolean late() {
        return !placedAt.equals(at());
    }

    public boolean refused() {
        return refusal != null;
    }

    Entry<S> asSettled() {
        return new Entry<>(arrival, placedAt, changes, refusal, true);
    }
}
