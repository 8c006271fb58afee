/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertDelivery;
import io.ballast.schema.AlertDeliveryOutcome;
import io.ballast.schema.AlertPhase;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether an alert's record is news to a receiver, by what it was told of that alert last. */
final class NewsRule {
    /** Somebody has seen the alert: nobody else needs to be called. */
    private static final Set<AlertCause> BY_PEOPLE =
            EnumSet.of(AlertCause.ACKNOWLEDGED, AlertCause.SNOOZED, AlertCause.SILENCED);

    private NewsRule() {}

    /** @param last  what came of telling the receiver of this alert the last time; empty: it never was told */
    static boolean isNews(Alert alert, Receiver receiver, Optional<AlertDelivery> last, Instant now) {
        return switch (alert.getState()) {
            case FIRING ->
                receiver.selector().selects(alert)
                        && !alert.getQuiet()
                        && !BY_PEOPLE.contains(alert.getCause())
                        && !isKnownToFire(receiver, last, now);
            // Whoever may know that it fires hears that it is over, quiet or not: it would stay open there for ever.
            case RESOLVED ->
                last.filter(told -> told.getState() == AlertPhase.FIRING).isPresent();
            case PENDING, UNKNOWN -> false;
        };
    }

    private static boolean isKnownToFire(Receiver receiver, Optional<AlertDelivery> last, Instant now) {
        return last.filter(told -> told.getState() == AlertPhase.FIRING
                        && told.getOutcome() == AlertDeliveryOutcome.ACCEPTED
                        && now.isBefore(told.getTold().plus(receiver.terms().renotify())))
                .isPresent();
    }
}
