/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.schema.Alert;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What an Alertmanager posts to webhooks (version 4): each alert is a group of its own. */
record WebhookFormat(String receiver, URI address, Optional<Secret> authorization, Optional<String> deskUrl)
        implements AlertFormat {
    /** How an Alertmanager says that there is no end yet. */
    private static final String NO_END = "0001-01-01T00:00:00Z";

    @Override
    public Post post(Alert alert, Instant now) {
        boolean resolved = AlertmanagerAlert.isResolved(alert);
        String status = resolved ? "resolved" : "firing";
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("version", "4")
                .put("groupKey", "{}:{fingerprint=\"" + alert.getFingerprint() + "\"}")
                .put("truncatedAlerts", 0)
                .put("status", status)
                .put("receiver", receiver)
                .put("externalURL", deskUrl.orElse(""));
        body.putObject("groupLabels").put("alertname", alert.getRuleId());
        body.set("commonLabels", AlertmanagerAlert.labels(alert));
        body.set("commonAnnotations", AlertmanagerAlert.annotations(alert));
        ObjectNode json = body.putArray("alerts").addObject();
        json.put("status", status);
        json.set("labels", AlertmanagerAlert.labels(alert));
        json.set("annotations", AlertmanagerAlert.annotations(alert));
        json.put("startsAt", AlertmanagerAlert.startsAt(alert).toString())
                .put("endsAt", resolved ? AlertmanagerAlert.resolvedAt(alert).toString() : NO_END)
                .put("generatorURL", "")
                .put("fingerprint", alert.getFingerprint());
        AlertmanagerAlert.link(json, deskUrl);
        return new Post(address, authorization, body);
    }

    /** The address may be secret. */
    @Override
    public String toString() {
        return "a webhook";
    }
}
