/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import java.util.function.IntConsumer;

/** The rows that have changed last, in the order of their changes: whoever keeps something about rows looks at those alone. Not thread-safe. */
final class RowChanges {
    private final int[] ring;
    private long count;

    /** @param kept  changes */
    RowChanges(int kept) {
        this.ring = new int[kept];
    }

    void add(int row) {
        ring[(int) (count++ % ring.length)] = row;
    }

    /** How many there were. */
    long count() {
        return count;
    }

    /**
     * Tells the row of each change after the first so many.
     *
     * @return false: not all of them are kept any more, and none was told
     */
    boolean forEachAfter(long seen, IntConsumer action) {
        if (count - seen > ring.length) {
            return false;
        }
        for (long change = seen; change < count; change++) {
            action.accept(ring[(int) (change % ring.length)]);
        }
        return true;
    }
}
