/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.waiting;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after the n-th failure in a row: doubled each time up to a limit, of which a random part is taken. */
public final class BackOff {

    private static final long FIRST_MS = 250;
    private static final long LONGEST_MS = 30_000;
    private static final int MOST_DOUBLINGS = 7;

    private final RandomGenerator random;

    public BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures  1 or more */
    public Duration after(int failures) {
        long ceiling = Math.min(LONGEST_MS, FIRST_MS << Math.min(failures - 1, MOST_DOUBLINGS));
        // At least half of it: who is down is not to be asked again at once by chance.
        return Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
    }
}
