/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.rebalancing.Marks;
import java.util.List;

/**
 * Which of the contracts that a pool depends on are paused: itself, the vault that it lives in, a position manager of it. As long as one is,
 * the pool is. Mutable and single-threaded; all of its state is in a journaled table.
 */
public final class Pauses {

    /** Name of the table: event time since when a contract is paused, in milliseconds, by its address. */
    public static final String TABLE = "pauses";

    private final String pool;
    private final JournaledMap<String, Long> since;

    /** @param pool  address of the pool's own contract */
    public Pauses(String pool, Journal journal) {
        this.pool = pool;
        since = new JournaledMap<>(TABLE, journal);
    }

    /** A contract that is paused again stays so since the first time. */
    public void apply(BookEvent.Pause pause, Marks marks) {
        String contract = pause.contract() == null ? pool : pause.contract();
        if (!pause.paused()) {
            since.remove(contract);
        } else if (since.get(contract) == null) {
            since.put(contract, marks.timeMs());
        }
    }

    public boolean arePresent() {
        return !since.view().isEmpty();
    }

    /** The contracts that are paused, by address. */
    public List<String> contracts() {
        return List.copyOf(since.view().keySet());
    }

    /** Event time of the oldest pause that lasts, in milliseconds; null: none does. */
    public Long sinceMs() {
        return since.view().values().stream().min(Long::compare).orElse(null);
    }

    public JournaledMap<String, Long> table() {
        return since;
    }
}
