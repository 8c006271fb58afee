/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.schema.Alert;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * For {@code POST /api/v2/alerts} of an Alertmanager.
 *
 * @param expires  an alert that it is told nothing of for so long is over there: without an end it would be after its
 *     resolve_timeout, five minutes
 */
record AlertmanagerFormat(URI address, Optional<Secret> authorization, Duration expires, Optional<String> deskUrl)
        implements AlertFormat {
    @Override
    public Post post(Alert alert, Instant now) {
        Instant ends = AlertmanagerAlert.isResolved(alert) ? AlertmanagerAlert.resolvedAt(alert) : now.plus(expires);
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        ObjectNode json = body.addObject();
        json.set("labels", AlertmanagerAlert.labels(alert));
        json.set("annotations", AlertmanagerAlert.annotations(alert));
        json.put("startsAt", AlertmanagerAlert.startsAt(alert).toString()).put("endsAt", ends.toString());
        AlertmanagerAlert.link(json, deskUrl);
        return new Post(address, authorization, body);
    }

    /** The address may be secret. */
    @Override
    public String toString() {
        return "an Alertmanager";
    }
}
