/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.AlertCycle;
import io.ballast.risk.alert.AlertState;

/** One alert of a task, or the watch over a subject that may go stale. Mutable and single-threaded. */
final class LiveAlert {

    private static final double MILLIS = 1000;

    final String fingerprint;
    final AlertRule rule;
    final AlertCycle cycle;
    Subject subject;
    AlertState state;
    Sight sight;
    /** When it has its place in the queue; later than {@link #dueAt} never. */
    long queuedMs = Long.MAX_VALUE;

    LiveAlert(AlertRule rule, Subject subject, AlertState state, Sight sight) {
        this.fingerprint = Fingerprint.of(rule.id(), subject.id());
        this.rule = rule;
        this.cycle = rule.cycle();
        this.subject = subject;
        this.state = state;
        this.sight = sight;
    }

    /** When something is due without any record about it. */
    long dueAt() {
        return Math.min(cycle.dueAt(state), staleAt());
    }

    /** When the subject counts as stale if nothing is seen of it until then; never once it does. */
    private long staleAt() {
        if (!rule.isOfStaleness() || state.isActive() || sight.seenMs() == AlertState.NEVER) {
            return Long.MAX_VALUE;
        }
        double thresholdMs = rule.terms().condition().threshold() * MILLIS;
        return sight.seenMs() + (long) Math.floor(thresholdMs) + 1;
    }

    double ageSeconds(long nowMs) {
        return (nowMs - sight.seenMs()) / MILLIS;
    }

    /** Nothing of it has to be remembered. */
    boolean isForgettable(long nowMs) {
        return !state.isActive() && !rule.isOfStaleness() && state.silencedUntilMs() <= nowMs;
    }
}
