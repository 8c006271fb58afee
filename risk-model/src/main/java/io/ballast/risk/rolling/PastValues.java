/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Old values of things that change now and then, as many as the windows' starts need: a value is kept only if some window
 * can start while it held. So of each thing there are at most 61 for each window, however often it changes, and silence of
 * any length is one value.
 *
 * <p>All of it is in a journaled table: undoing a change takes back what was kept of it, too.
 *
 * <p>Mutable and single-threaded. Times must not go backwards.
 */
public final class PastValues<V> {

    private final Windows windows;
    private final JournaledMap<PastKey, V> table;
    /** No window can start from the one up to but not at the other. Spares nearly every change the divisions. */
    private long quietFromMs = Long.MAX_VALUE;

    private long nextStartMs = Long.MIN_VALUE;

    /** @param name  of the table */
    public PastValues(String name, Windows windows, Journal journal) {
        this.windows = windows;
        this.table = new JournaledMap<>(name, journal);
    }

    public JournaledMap<PastKey, V> table() {
        return table;
    }

    /**
     * To be called before a value becomes another.
     *
     * @param old  the value so far
     * @param sinceMs  event time from which it held
     * @param nowMs  event time of the change
     * @return whether it is kept
     */
    public boolean replaced(int of, V old, long sinceMs, long nowMs) {
        if (!canStartWithin(sinceMs, nowMs)) {
            return false;
        }
        tidy(of, nowMs);
        table.put(new PastKey(of, nowMs), old);
        return true;
    }

    /**
     * The value as of a window's start.
     *
     * @param now  the value now
     */
    public V at(int of, long startMs, V now) {
        Map.Entry<PastKey, V> held = held(of, startMs);
        return held == null ? now : held.getValue();
    }

    /** Until when the value as of a window's start was in force; null: it still is. */
    public Long heldUntil(int of, long startMs) {
        Map.Entry<PastKey, V> held = held(of, startMs);
        return held == null ? null : (Long) held.getKey().untilMs();
    }

    private Map.Entry<PastKey, V> held(int of, long startMs) {
        Map.Entry<PastKey, V> held = table.view().higherEntry(new PastKey(of, startMs));
        return held != null && held.getKey().of() == of ? held : null;
    }

    /** Lets go of values that no window needs which ends at a time or later. */
    public void tidy(int of, long nowMs) {
        List<PastKey> needless = new ArrayList<>();
        long sinceMs = Long.MIN_VALUE;
        for (PastKey key : of(of)) {
            boolean needed = sinceMs == Long.MIN_VALUE
                    ? key.untilMs() > windows.longest().startAt(nowMs)
                    : windows.canPart(sinceMs, key.untilMs(), nowMs);
            if (!needed) {
                needless.add(key);
            }
            sinceMs = key.untilMs();
        }
        needless.forEach(table::remove);
    }

    /** True if old values of a thing are kept. */
    public boolean has(int of) {
        return !of(of).isEmpty();
    }

    private java.util.Set<PastKey> of(int of) {
        return table.view()
                .subMap(new PastKey(of, Long.MIN_VALUE), true, new PastKey(of, Long.MAX_VALUE), true)
                .keySet();
    }

    private boolean canStartWithin(long sinceMs, long nowMs) {
        if (sinceMs < quietFromMs || sinceMs > nextStartMs) {
            quietFromMs = sinceMs;
            nextStartMs = windows.nextStart(sinceMs);
        }
        return nextStartMs < nowMs;
    }
}
