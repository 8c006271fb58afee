/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

import java.util.List;

/**
 * Where one alert is in its life. Times are event time in ms. Immutable.
 *
 * @param sinceMs  when the condition began to hold; of the last time, once it does no longer
 * @param firedMs  when the alert fired; {@link #NEVER} if it did not this time
 * @param endedMs  when the condition ceased to hold; {@link #NEVER} while it holds
 * @param toldMs  when somebody was told last; {@link #NEVER} if nobody was since it fired, for a silence
 * @param acknowledgedBy  who has taken it on; null: nobody
 * @param acknowledgedMs  when; {@link #NEVER}
 * @param snoozedUntilMs  nobody is told until then, or until it ends; {@link #NEVER}
 * @param silencedUntilMs  nobody is told until then, whatever happens; {@link #NEVER}
 */
public record AlertState(
        AlertPhase phase,
        long sinceMs,
        long firedMs,
        long endedMs,
        long toldMs,
        String acknowledgedBy,
        long acknowledgedMs,
        long snoozedUntilMs,
        long silencedUntilMs) {

    public static final long NEVER = Long.MIN_VALUE;

    /** Nothing happened yet. */
    public static final AlertState NONE =
            new AlertState(AlertPhase.INACTIVE, NEVER, NEVER, NEVER, NEVER, null, NEVER, NEVER, NEVER);

    AlertState pending(long timeMs) {
        return new AlertState(AlertPhase.PENDING, timeMs, NEVER, NEVER, NEVER, null, NEVER, NEVER, silencedUntilMs);
    }

    AlertState firing(long beganMs, long timeMs, boolean told) {
        return new AlertState(
                AlertPhase.FIRING,
                beganMs,
                timeMs,
                NEVER,
                told ? timeMs : NEVER,
                acknowledgedBy,
                acknowledgedMs,
                snoozedUntilMs,
                silencedUntilMs);
    }

    AlertState told(long timeMs) {
        return new AlertState(
                phase,
                sinceMs,
                firedMs,
                endedMs,
                timeMs,
                acknowledgedBy,
                acknowledgedMs,
                snoozedUntilMs,
                silencedUntilMs);
    }

    AlertState ended(long timeMs) {
        return new AlertState(
                AlertPhase.INACTIVE,
                sinceMs,
                firedMs,
                timeMs,
                toldMs,
                acknowledgedBy,
                acknowledgedMs,
                snoozedUntilMs,
                silencedUntilMs);
    }

    /** Somebody has taken it on: no reminders from now on. */
    public AlertState acknowledged(String by, long timeMs) {
        return new AlertState(phase, sinceMs, firedMs, endedMs, toldMs, by, timeMs, snoozedUntilMs, silencedUntilMs);
    }

    /** Nobody is told until then, or until it ends. */
    public AlertState snoozed(long untilMs) {
        return new AlertState(
                phase, sinceMs, firedMs, endedMs, toldMs, acknowledgedBy, acknowledgedMs, untilMs, silencedUntilMs);
    }

    /** Nobody is told until then, not of the next times either. */
    public AlertState silenced(long untilMs) {
        return new AlertState(
                phase, sinceMs, firedMs, endedMs, toldMs, acknowledgedBy, acknowledgedMs, snoozedUntilMs, untilMs);
    }

    public boolean isActive() {
        return phase != AlertPhase.INACTIVE;
    }

    /** The first moment from this one on at which somebody may be told. */
    public long audibleFrom(List<SilenceWindow> silences, long timeMs) {
        long at = timeMs;
        long before;
        do {
            before = at;
            at = Math.max(at, silencedUntilMs);
            at = isActive() ? Math.max(at, snoozedUntilMs) : at;
            for (SilenceWindow silence : silences) {
                at = silence.endIfInside(at);
            }
        } while (at > before && at - timeMs < LONGEST_SILENCE_MS);
        return at;
    }

    /** Windows that leave no gap would have no end. */
    private static final long LONGEST_SILENCE_MS = 370L * 86_400_000;
}
