/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.book.Entry;
import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.JournaledMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rows held before some entries that follow each other: of each row that they changed, the oldest value. */
final class OldestValues {

    private record RowOfTable(JournaledMap<?, ?> table, Object key) {}

    private OldestValues() {}

    /** @param entries  oldest first */
    static Collection<Change<?, ?>> of(List<? extends Entry<?>> entries) {
        Map<RowOfTable, Change<?, ?>> oldest = new LinkedHashMap<>();
        for (Entry<?> entry : entries) {
            entry.changes().forEach(change -> oldest.putIfAbsent(new RowOfTable(change.table(), change.key()), change));
        }
        return oldest.values();
    }
}
