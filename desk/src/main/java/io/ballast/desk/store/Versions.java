/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers every change of anything that this desk holds. With the epoch, which is another after each start, a number says exactly
 * what somebody has seen: streams are resumed by it. Thread-safe.
 */
public final class Versions {
    private final String epoch;
    private final AtomicLong last = new AtomicLong();

    /** @param epoch  names this run of the desk; no colon */
    public Versions(String epoch) {
        this.epoch = epoch;
    }

    public String epoch() {
        return epoch;
    }

    /** The number of a new change. */
    public long next() {
        return last.incrementAndGet();
    }

    /** The number of the newest change; 0 before the first. */
    public long current() {
        return last.get();
    }
}
