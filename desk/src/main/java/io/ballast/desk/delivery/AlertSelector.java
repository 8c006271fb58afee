/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.desk.security.Entitlement;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertSeverity;
import java.util.Map;
import java.util.Set;

/**
 * Which alerts a receiver is told of: those to which all of this applies.
 *
 * @param leastSeverity  that bad or worse; an unknown severity counts as the worst
 * @param portfolios  of one of these paths or below; everything: also of none
 * @param rules  of one of these; empty: of any
 * @param labels  have these, with these values
 */
record AlertSelector(
        AlertSeverity leastSeverity, Entitlement portfolios, Set<String> rules, Map<String, String> labels) {

    AlertSelector {
        rules = Set.copyOf(rules);
        labels = Map.copyOf(labels);
    }

    boolean selects(Alert alert) {
        return isBadEnough(alert.getSeverity())
                && portfolios.allows(alert.getPortfolio())
                && (rules.isEmpty() || rules.contains(alert.getRuleId()))
                && alert.getLabels().entrySet().containsAll(labels.entrySet());
    }

    /** A severity that this build does not know is one that somebody has added for something. */
    private boolean isBadEnough(AlertSeverity severity) {
        return severity == AlertSeverity.UNKNOWN || severity.compareTo(leastSeverity) >= 0;
    }
}
