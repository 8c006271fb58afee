/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertPhase;
import java.util.Locale;
import java.util.Map;

/** An alert in a sentence or two. */
final class AlertWords {
    private static final Map<String, String> COMPARISONS =
            Map.of("above", "above", "at_least", "at or above", "below", "below", "at_most", "at or below");

    private AlertWords() {}

    /** Such as {@code critical: deep-loss of desk-a/eth}. */
    static String headline(Alert alert) {
        String headline = severity(alert) + ": " + alert.getRuleId() + " of " + alert.getSubjectId();
        String over = alert.getState() == AlertPhase.RESOLVED ? "resolved, was " : "";
        return (alert.getSimulated() ? "(simulated) " : "") + over + headline;
    }

    /** Such as {@code il_pct is -0.08 fraction; the rule is below -0.05}. */
    static String reading(Alert alert) {
        String figure = alert.getParameter() == null
                ? alert.getMetric()
                : alert.getMetric() + " (" + alert.getParameter() + ")";
        String value = alert.getValue() == null ? "not known" : alert.getValue() + " " + alert.getUnit();
        String comparison = COMPARISONS.getOrDefault(alert.getComparison(), alert.getComparison());
        return figure + " is " + value + "; the rule is " + comparison + " " + alert.getThreshold();
    }

    /** Lower case. */
    static String severity(Alert alert) {
        return alert.getSeverity().name().toLowerCase(Locale.ROOT);
    }

    /** Where alerts are seen on the desk. */
    static String page(String deskUrl) {
        return deskUrl + "/#/alerts";
    }

    /** @param longest  characters that there is room for */
    static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
