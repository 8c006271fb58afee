/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.Entry;
import io.ballast.risk.journal.Change;
import io.ballast.streams.record.Origin;
import io.ballast.streams.state.BookTables;
import java.util.ArrayList;
import java.util.List;

/** Tells positions that an entry of a pool's history changed. */
final class ChangedPositions {

    private ChangedPositions() {}

    /** Their keys, each as often as its row was changed. */
    static List<String> of(Entry<Origin> entry) {
        List<String> keys = new ArrayList<>();
        for (Change<?, ?> change : entry.changes()) {
            if (change.table().name().equals(BookTables.POSITIONS)) {
                keys.add((String) change.key());
            }
        }
        return keys;
    }
}
