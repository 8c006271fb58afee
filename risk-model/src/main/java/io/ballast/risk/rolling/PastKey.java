/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.util.Comparator;

/**
 * Says what had a value and until when.
 *
 * @param of  a tick; 0 for the pool as a whole, in a table of its own
 * @param untilMs  event time of the change that ended it: as of that very time it no longer holds
 */
public record PastKey(int of, long untilMs) implements Comparable<PastKey> {

    private static final Comparator<PastKey> ORDER =
            Comparator.comparingInt(PastKey::of).thenComparingLong(PastKey::untilMs);

    @Override
    public int compareTo(PastKey other) {
        return ORDER.compare(this, other);
    }
}
