/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertSeverity;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** For PagerDuty's Events API v2. The fingerprint is the dedup_key: told twice, an alert is one incident. */
record PagerDutyFormat(URI address, Secret routingKey, Optional<String> deskUrl) implements AlertFormat {
    private static final int LONGEST_SUMMARY = 1024;

    @Override
    public Post post(Alert alert, Instant now) {
        boolean resolved = AlertmanagerAlert.isResolved(alert);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("routing_key", routingKey.reveal())
                .put("event_action", resolved ? "resolve" : "trigger")
                .put("dedup_key", alert.getFingerprint());
        if (!resolved) {
            body.set("payload", payload(alert));
            body.put("client", "Ballast");
            deskUrl.ifPresent(url -> body.put("client_url", AlertWords.page(url)));
            link(alert, body);
        }
        return new Post(address, Optional.empty(), body);
    }

    private static ObjectNode payload(Alert alert) {
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put("summary", summary(alert))
                .put("source", alert.getSubjectId())
                .put("severity", severity(alert))
                .put("timestamp", AlertmanagerAlert.startsAt(alert).toString())
                .put("class", alert.getRuleId());
        Optional.ofNullable(alert.getPoolId()).ifPresent(pool -> payload.put("component", pool));
        Optional.ofNullable(alert.getPortfolio()).ifPresent(portfolio -> payload.put("group", portfolio));
        ObjectNode details = payload.putObject("custom_details");
        details.setAll(AlertmanagerAlert.annotations(alert));
        new TreeMap<>(alert.getFigures()).forEach(details::put);
        return payload;
    }

    private static String summary(Alert alert) {
        String headline = AlertWords.headline(alert);
        String full = alert.getSummary() == null ? headline : headline + ": " + alert.getSummary();
        return AlertWords.shortened(full, LONGEST_SUMMARY);
    }

    /** PagerDuty has critical, error, warning and info; what we cannot place is an error. */
    private static String severity(Alert alert) {
        return alert.getSeverity() == AlertSeverity.UNKNOWN ? "error" : AlertWords.severity(alert);
    }

    private static void link(Alert alert, ObjectNode body) {
        String runbook = alert.getRunbook();
        if (runbook != null && runbook.matches("https?://.*")) {
            body.putArray("links").addObject().put("href", runbook).put("text", "Runbook");
        }
    }
}
