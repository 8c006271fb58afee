/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.util.Comparator;

/**
 * Where a line of logs belongs on its chain.
 *
 * @param block  number of its block
 * @param logIndex  of the log in its block; −1: before all of them
 */
record LogPlace(long block, int logIndex) implements Comparable<LogPlace> {

    /** Before everything. */
    static final LogPlace FIRST = new LogPlace(-1, -1);

    /** After everything. */
    static final LogPlace LAST = new LogPlace(Long.MAX_VALUE, Integer.MAX_VALUE);

    private static final Comparator<LogPlace> ORDER =
            Comparator.comparingLong(LogPlace::block).thenComparingInt(LogPlace::logIndex);

    @Override
    public int compareTo(LogPlace other) {
        return ORDER.compare(this, other);
    }
}
