/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Shares out the time that things which are done again and again may take: one at a time, and all together half of one core's, however
 * many there are. Each is due again when all could have had their turn. Thread-safe.
 */
final class SharedTime {
    private static final int COST_FACTOR = 2;
    /** What nobody has asked for so long costs nothing any more. */
    private static final long FORGOTTEN_NANOS = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Map<Object, Spent> last = new HashMap<>();

    /**
     * What something has cost.
     *
     * @param nanos  that it took, waiting for others not counted
     * @param at  when it was over
     * @param turnNanos  until all could have had their turn
     */
    record Spent(long nanos, long at, long turnNanos) {}

    /** @param nanos  a clock for durations */
    SharedTime(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param what  that is done, whoever does it */
    synchronized Spent spend(Object what, Runnable work) {
        long begin = nanos.getAsLong();
        work.run();
        long end = nanos.getAsLong();
        last.values().removeIf(spent -> end - spent.at() > FORGOTTEN_NANOS);
        last.remove(what);
        long others = last.values().stream().mapToLong(Spent::nanos).sum();
        Spent spent = new Spent(end - begin, end, COST_FACTOR * (others + end - begin));
        last.put(what, spent);
        return spent;
    }
}
