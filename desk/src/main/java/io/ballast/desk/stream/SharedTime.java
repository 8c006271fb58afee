/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Shares out the time that things which are done again and again may take: all together half of one core's, however many there are.
 * Each is due again when all could have had their turn. Thread-safe.
 */
final class SharedTime {
    private static final int COST_FACTOR = 2;
    /** What nobody has asked for so long costs nothing any more. */
    private static final long FORGOTTEN_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<Object, Cost> last = new HashMap<>();

    private record Cost(long nanos, long spentAt) {}

    /**
     * Notes what something has cost.
     *
     * @param what  that was done
     * @param now  on the clock that all use
     * @return nanoseconds until it may be done again
     */
    synchronized long spent(Object what, long costNanos, long now) {
        last.values().removeIf(cost -> now - cost.spentAt() > FORGOTTEN_NANOS);
        last.put(what, new Cost(costNanos, now));
        return COST_FACTOR * last.values().stream().mapToLong(Cost::nanos).sum();
    }
}
