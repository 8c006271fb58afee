/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Remembers what the tables that share it held before each change, so that an event can be taken back exactly.
 *
 * <p>Mutable and single-threaded.
 */
public final class Journal {

    private List<Change<?, ?>> sinceLastCut = new ArrayList<>();

    void remember(Change<?, ?> change) {
        sinceLastCut.add(change);
    }

    /** Ends the current event: returns its changes, oldest first, and starts the next event with none. */
    public List<Change<?, ?>> cut() {
        List<Change<?, ?>> changes = sinceLastCut;
        sinceLastCut = new ArrayList<>();
        return changes;
    }

    /** Takes back everything since the last cut: for an event that turned out to be refused half-way. */
    public void rollback() {
        undo(cut());
    }

    /** Takes back the changes of one event. Events must be undone newest first. */
    public static void undo(List<Change<?, ?>> changes) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            changes.get(i).undo();
        }
    }
}
