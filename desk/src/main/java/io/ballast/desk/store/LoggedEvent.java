/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PositionEvent;

/**
 * An event of a position, and where it was read.
 *
 * @param place  topic-partition@offset
 */
public record LoggedEvent(PositionEvent event, String place) {

    /** Whether both are the same log: one may take the other back. */
    boolean isOfSameLog(LoggedEvent other) {
        return event.getBlockNumber() == other.event.getBlockNumber()
                && event.getLogIndex() == other.event.getLogIndex()
                && String.valueOf(event.getBlockHash()).equals(String.valueOf(other.event.getBlockHash()));
    }
}
