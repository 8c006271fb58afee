/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many requests within any minute. Not thread-safe. */
final class RateLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private final Deque<Instant> last = new ArrayDeque<>();

    /** @param perMinute  1 or more */
    RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** From when on another may be made; the past if now. */
    Instant freeAt() {
        return last.size() < perMinute ? Instant.MIN : last.getFirst().plus(WINDOW);
    }

    /** One is made. */
    void use(Instant now) {
        if (last.size() == perMinute) {
            last.removeFirst();
        }
        last.addLast(now);
    }
}
