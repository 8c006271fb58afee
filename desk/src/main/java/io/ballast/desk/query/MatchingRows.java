/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionRows;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * The rows that pass a query, kept: only rows that have changed are looked at anew, so that whoever asks again and again does not look at
 * the whole book each time. A bit for each row. Not thread-safe.
 */
public final class MatchingRows {
    private static final long NEVER = -1;

    private final Query query;
    private final Pools pools;
    private final BitSet passing = new BitSet();
    private RowCondition condition;
    private long seenChanges;
    private long seenWords;
    private long seenPools = NEVER;

    public MatchingRows(Query query, Pools pools) {
        this.query = query;
        this.pools = pools;
    }

    /** Each row that passes now, in order of rows. */
    void forEach(PositionRows rows, IntConsumer action) {
        bringUpToDate(rows);
        passing.stream().forEach(action);
    }

    private void bringUpToDate(PositionRows rows) {
        long poolsNow = pools.version();
        long wordsNow = rows.words();
        boolean isKnown = seenPools == poolsNow;
        if (!isKnown || seenWords != wordsNow) {
            condition = query.bind(rows, pools);
        }
        if (!isKnown || !rows.forEachChangedAfter(seenChanges, row -> passing.set(row, condition.holds(rows, row)))) {
            passing.clear();
            query.passing(rows, pools).forEach(passing::set);
        }
        seenPools = poolsNow;
        seenWords = wordsNow;
        seenChanges = rows.changes();
    }
}
