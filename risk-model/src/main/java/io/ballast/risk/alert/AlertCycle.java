/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

import java.util.Optional;

/**
 * The life of one alert: pending, firing, resolved, and again. Everything happens in event time, at the moment at which it is
 * due, however long after that the next record comes. Stateless; a state goes in and another comes out.
 */
public final class AlertCycle {

    private final AlertTerms terms;

    public AlertCycle(AlertTerms terms) {
        this.terms = terms;
    }

    /**
     * A step in an alert's life.
     *
     * @param change  what happened
     * @param atMs  when
     */
    public record Step(AlertState state, AlertChange change, long atMs) {}

    /**
     * The figure was seen. Call {@link #due} first: what was due before came before.
     *
     * @return empty: nothing changed
     */
    public Optional<Step> observe(AlertState before, double value, long timeMs) {
        if (before.isActive()) {
            return terms.condition().ends(value) ? end(before, timeMs) : Optional.empty();
        }
        if (!terms.condition().begins(value)) {
            return Optional.empty();
        }
        AlertState pending = before.pending(timeMs);
        return Optional.of(terms.forMs() == 0 ? fire(pending, timeMs) : new Step(pending, AlertChange.PENDING, timeMs));
    }

    /** The condition holds no longer, or there is nothing any more that it could hold of. Empty: it did not hold. */
    public Optional<Step> end(AlertState before, long timeMs) {
        if (!before.isActive()) {
            return Optional.empty();
        }
        long atMs = Math.max(timeMs, Math.max(before.sinceMs(), before.firedMs()));
        return Optional.of(new Step(before.ended(atMs), AlertChange.RESOLVED, atMs));
    }

    /** What is due by now without any news; call it again until it is empty. */
    public Optional<Step> due(AlertState before, long nowMs) {
        long dueMs = dueAt(before);
        if (dueMs == Long.MAX_VALUE || dueMs > nowMs) {
            return Optional.empty();
        }
        if (before.phase() == AlertPhase.PENDING) {
            return Optional.of(fire(before, dueMs));
        }
        long atMs = latestReminder(before, dueMs, nowMs);
        return Optional.of(new Step(before.told(atMs), AlertChange.REMINDED, atMs));
    }

    /** When something is due without any news; {@link Long#MAX_VALUE}: never. */
    public long dueAt(AlertState state) {
        return switch (state.phase()) {
            case INACTIVE -> Long.MAX_VALUE;
            case PENDING -> state.sinceMs() + terms.forMs();
            case FIRING -> reminderAt(state);
        };
    }

    /** Whether nobody is to be told at that time. */
    public boolean isQuiet(AlertState state, long timeMs) {
        return state.audibleFrom(terms.silences(), timeMs) > timeMs;
    }

    private Step fire(AlertState pending, long atMs) {
        AlertState firing = pending.firing(pending.sinceMs(), atMs, true);
        boolean quiet = isQuiet(firing, atMs);
        return new Step(quiet ? pending.firing(pending.sinceMs(), atMs, false) : firing, AlertChange.FIRED, atMs);
    }

    private long reminderAt(AlertState state) {
        if (state.acknowledgedBy() != null) {
            return Long.MAX_VALUE;
        }
        if (state.toldMs() == AlertState.NEVER) {
            return state.audibleFrom(terms.silences(), state.firedMs());
        }
        return terms.remindMs() == 0
                ? Long.MAX_VALUE
                : state.audibleFrom(terms.silences(), state.toldMs() + terms.remindMs());
    }

    /** Of several that were due while nothing came, one is enough: the last. */
    private long latestReminder(AlertState state, long dueMs, long nowMs) {
        if (terms.remindMs() == 0) {
            return dueMs;
        }
        long last = dueMs + (nowMs - dueMs) / terms.remindMs() * terms.remindMs();
        return isQuiet(state, last) ? dueMs : last;
    }
}
