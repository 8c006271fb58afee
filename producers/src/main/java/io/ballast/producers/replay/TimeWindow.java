/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * The part of an input that is wanted, by event time.
 *
 * @param from  the first instant; empty: from the beginning
 * @param to  the first instant that is no longer wanted; empty: to the end
 */
public record TimeWindow(Optional<Instant> from, Optional<Instant> to) {

    public static final TimeWindow ALL = new TimeWindow(Optional.empty(), Optional.empty());

    /** Why a line gives no record, in words. */
    static final String OUTSIDE = "outside the time that was asked for";

    public TimeWindow {
        if (from.isPresent() && to.filter(end -> !end.isAfter(from.get())).isPresent()) {
            throw new IllegalArgumentException("to " + to.get() + " is not after from " + from.get());
        }
    }

    public boolean holds(Instant time) {
        return from.filter(time::isBefore).isEmpty()
                && to.filter(end -> !time.isBefore(end)).isEmpty();
    }

    /** For fingerprints: those of whole inputs are as they were before there were windows. */
    String suffix() {
        return equals(ALL) ? "" : "|" + this;
    }
}
