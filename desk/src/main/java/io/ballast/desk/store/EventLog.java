/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PositionEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The last events of positions, within a budget for all of them together: where it is spent, the event that was read first goes.
 * Thread-safe.
 */
public final class EventLog {
    private final Map<String, Deque<LoggedEvent>> byPosition = new HashMap<>();
    /** Positions whose logs have lost events. */
    private final Set<String> shortened = new HashSet<>();

    private final Deque<String> order = new ArrayDeque<>();
    private final int budget;

    /** @param budget  events of all positions */
    public EventLog(int budget) {
        this.budget = budget;
    }

    /**
     * Takes an event in, once for each position that it is of.
     *
     * @throws IllegalArgumentException if fields that its kind needs are missing or wrong
     */
    public void add(PositionEvent event, String place) {
        List<String> positions = PositionEventIds.of(event);
        synchronized (this) {
            positions.forEach(position -> add(position, new LoggedEvent(event, place)));
        }
    }

    private void add(String position, LoggedEvent event) {
        byPosition.computeIfAbsent(position, absent -> new ArrayDeque<>()).addLast(event);
        order.addLast(position);
        if (order.size() > budget) {
            dropOldest();
        }
    }

    private void dropOldest() {
        String position = order.removeFirst();
        Deque<LoggedEvent> events = byPosition.get(position);
        events.removeFirst();
        shortened.add(position);
        if (events.isEmpty()) {
            byPosition.remove(position);
        }
    }

    /** Newest first; empty: none was told. */
    public synchronized List<LoggedEvent> of(String position) {
        List<LoggedEvent> events = new ArrayList<>(byPosition.getOrDefault(position, new ArrayDeque<>()));
        Collections.reverse(events);
        return events;
    }

    /** Whether there were more than {@link #of} tells. */
    public synchronized boolean isShortened(String position) {
        return shortened.contains(position);
    }
}
