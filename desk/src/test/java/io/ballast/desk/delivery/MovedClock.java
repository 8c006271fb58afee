/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test sets on. */
final class MovedClock implements InstantSource {
    static final Instant START = Instant.parse("2026-02-01T09:00:00Z");

    private Instant now = START;

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
