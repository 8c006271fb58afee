/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.AlertCycle;
import io.ballast.risk.alert.AlertState;
import io.ballast.risk.alert.WindowPeak;
import java.util.List;

/** One alert of a task, or what a rule has to remember of a subject meanwhile. Mutable and single-threaded. */
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

    /** Null: the rule's figure is taken as it is. */
    private final WindowPeak peak;

    LiveAlert(AlertRule rule, Subject subject, AlertState state, Sight sight) {
        this(rule, subject, state, sight, List.of());
    }

    /** @param peaks  that were remembered, where the rule compares with them */
    LiveAlert(AlertRule rule, Subject subject, AlertState state, Sight sight, List<WindowPeak.Part> peaks) {
        this.fingerprint = Fingerprint.of(rule.id(), subject.id());
        this.rule = rule;
        this.cycle = rule.cycle();
        this.subject = subject;
        this.state = state;
        this.sight = sight;
        this.peak = rule.referenceMs() == 0 ? null : new WindowPeak(rule.referenceMs(), peaks);
    }

    /** What the rule is about, from what the record says. */
    double figure(double read, long timeMs) {
        return peak == null ? read : peak.dropTo(timeMs, read);
    }

    List<WindowPeak.Part> peaks() {
        return peak == null ? List.of() : peak.parts();
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
        return !state.isActive() && !rule.isOfMemory() && state.silencedUntilMs() <= nowMs;
    }
}
