/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PositionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An event of a position, and where it was read.
 *
 * @param place  topic-partition@offset
 */
public record LoggedEvent(PositionEvent event, String place) {

    /** Which log of a chain an event is: one record may take another's back. */
    public record Log(long blockNumber, int logIndex, String blockHash) {}

    public Log log() {
        return new Log(event.getBlockNumber(), event.getLogIndex(), event.getBlockHash());
    }

    /** Logs that records among them take back. */
    public static Set<Log> takenBack(List<LoggedEvent> events) {
        return events.stream()
                .filter(logged -> logged.event().getRemoved())
                .map(LoggedEvent::log)
                .collect(Collectors.toUnmodifiableSet());
    }
}
