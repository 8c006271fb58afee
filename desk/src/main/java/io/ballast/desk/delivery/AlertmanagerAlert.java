/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertPhase;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An alert as Prometheus and its Alertmanager have them. Labels are what an Alertmanager knows an alert by: only what stays the same as
 * long as it lives is one. All else is an annotation.
 */
final class AlertmanagerAlert {
    private AlertmanagerAlert() {}

    static ObjectNode labels(Alert alert) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(alert.getLabels()).forEach((name, value) -> labels.put(labelName(name), value));
        labels.put("alertname", alert.getRuleId())
                .put("severity", AlertWords.severity(alert))
                .put("subject", alert.getSubjectId())
                .put("subject_kind", alert.getSubjectKind().name().toLowerCase(Locale.ROOT));
        if (alert.getPortfolio() != null) {
            labels.put("portfolio", alert.getPortfolio());
        }
        return labels;
    }

    /** Of letters, digits and underscores, no digit first: what every Alertmanager takes. */
    private static String labelName(String name) {
        String allowed = name.replaceAll("[^a-zA-Z0-9_]", "_");
        return allowed.matches("[0-9].*|") ? "_" + allowed : allowed;
    }

    static ObjectNode annotations(Alert alert) {
        ObjectNode annotations = JsonNodeFactory.instance.objectNode();
        annotations
                .put("summary", alert.getSummary() == null ? AlertWords.headline(alert) : alert.getSummary())
                .put("description", AlertWords.reading(alert))
                .put("fingerprint", alert.getFingerprint());
        put(annotations, "runbook_url", alert.getRunbook());
        put(annotations, "pool_id", alert.getPoolId());
        put(annotations, "owner", alert.getOwner());
        String flags = Stream.concat(alert.getFlags().stream().map(Enum::name), alert.getOtherFlags().stream())
                .collect(Collectors.joining(","));
        put(annotations, "flags", flags.isEmpty() ? null : flags);
        put(annotations, "simulated", alert.getSimulated() ? "true" : null);
        return annotations;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    static boolean isResolved(Alert alert) {
        return alert.getState() == AlertPhase.RESOLVED;
    }

    /** When it fired this time, or began, or at least when the record says something of it. */
    static Instant startsAt(Alert alert) {
        return firstKnown(alert.getFired(), alert.getSince(), alert.getEventTime());
    }

    /** When it was over; not before it fired, which an Alertmanager would refuse. */
    static Instant resolvedAt(Alert alert) {
        Instant resolved = firstKnown(alert.getResolved(), alert.getEventTime());
        Instant starts = startsAt(alert);
        return resolved.isBefore(starts) ? starts : resolved;
    }

    private static Instant firstKnown(Instant... times) {
        return Stream.of(times)
                .flatMap(time -> Optional.ofNullable(time).stream())
                .findFirst()
                .orElseThrow();
    }

    /** Where it is seen on the desk. */
    static void link(ObjectNode json, Optional<String> deskUrl) {
        deskUrl.ifPresent(url -> json.put("generatorURL", AlertWords.page(url)));
    }
}
