/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

import java.util.List;

/**
 * What of a rule decides an alert's life.
 *
 * @param forMs  event time that the condition has to hold; 0: an alert fires at once
 * @param remindMs  event time between reminders while it fires; 0: none
 * @param silences  when nobody is to be told
 */
public record AlertTerms(Condition condition, long forMs, long remindMs, List<SilenceWindow> silences) {

    /** @throws IllegalArgumentException if a time is negative */
    public AlertTerms {
        if (forMs < 0 || remindMs < 0) {
            throw new IllegalArgumentException("times must not be negative: for " + forMs + ", remind " + remindMs);
        }
        silences = List.copyOf(silences);
    }
}
