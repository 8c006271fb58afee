/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long a receiver is left alone after its n-th failure in a row: 1 s, doubled each time up to 5 min, of which a random part of at
 * least half is taken; longer if it asks for that.
 */
final class RetryDelay {
    private static final long FIRST_MS = 1000;
    private static final long LONGEST_MS = 300_000;
    private static final int MOST_DOUBLINGS = 9;

    private final RandomGenerator random;

    RetryDelay(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures  1 or more */
    Duration after(int failures, Optional<Duration> asked) {
        long ceiling = Math.min(LONGEST_MS, FIRST_MS << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration own = Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
        return asked.filter(wanted -> wanted.compareTo(own) > 0).orElse(own);
    }
}
