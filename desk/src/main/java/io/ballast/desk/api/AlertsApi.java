/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.ballast.desk.security.Gate;
import io.ballast.desk.security.User;
import io.ballast.desk.store.DeskStore;
import io.ballast.desk.store.KeyedTable;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertEvent;
import io.ballast.schema.AlertEventKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Alerts and what people do about them. The latter is written to the topic of alert events: the topology answers with an alert's next
 * record, which all desks then show.
 */
public final class AlertsApi {
    private static final int LONGEST_COMMENT = 500;
    private static final int ACCEPTED = 202;

    private final DeskStore store;
    private final TableApi table;
    private final AlertEventSink sink;
    private final InstantSource clock;

    public AlertsApi(DeskStore store, AlertEventSink sink, InstantSource clock) {
        this.store = store;
        this.table = new TableApi("alerts", store.alerts(), Alert.getClassSchema());
        this.sink = sink;
        this.clock = clock;
    }

    /** Adds its routes. */
    public void route(RoutesConfig routes) {
        table.route(routes);
        routes.get("/api/v1/alert-history/{key}", this::history);
        routes.post("/api/v1/alert-events/{key}", this::act);
    }

    private void history(Context request) {
        KeyedTable.Entry alert = table.visible(request);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode changes = body.putArray("changes");
        store.alertChanges(alert.key()).forEach(change -> changes.addRawValue(new RawValue(change)));
        Answer.json(request, body);
    }

    private void act(Context request) {
        User user = Gate.user(request);
        if (!user.mayAct()) {
            throw ProblemException.forbidden(user.name() + " may look only");
        }
        Parameters.requireJson(request);
        KeyedTable.Entry alert = table.visible(request);
        JsonNode wanted = TableApi.read(request.body());
        AlertEvent event = event(TableApi.parse(alert.detail()), wanted, user);
        sink.write(event);
        request.status(ACCEPTED);
        Answer.json(
                request,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("accepted", true)
                        .put("kind", event.getKind().name()));
    }

    private AlertEvent event(JsonNode alert, JsonNode wanted, User user) {
        AlertEventKind kind = kind(wanted.path("kind").asText());
        Instant until = until(wanted.path("until"), kind);
        String comment = wanted.path("comment").asText("");
        if (comment.length() > LONGEST_COMMENT) {
            throw ProblemException.badRequest("the comment has more than " + LONGEST_COMMENT + " characters");
        }
        AlertEvent event = new AlertEvent();
        event.setSubjectId(alert.path("subject_id").asText());
        event.setFingerprint(alert.path("fingerprint").asText());
        event.setRuleId(alert.path("rule_id").asText());
        event.setKind(kind);
        event.setBy(user.name());
        event.setUntil(until);
        event.setComment(comment.isBlank() ? null : comment);
        event.setEventTime(clock.instant());
        return event;
    }

    private static AlertEventKind kind(String name) {
        Optional<AlertEventKind> kind = Arrays.stream(AlertEventKind.values())
                .filter(known -> known != AlertEventKind.UNKNOWN && known.name().equals(name))
                .findFirst();
        return kind.orElseThrow(
                () -> ProblemException.badRequest("kind " + name + " is none of ACKNOWLEDGE, SNOOZE and SILENCE"));
    }

    private static Instant until(JsonNode until, AlertEventKind kind) {
        if (until.isMissingNode() || until.isNull()) {
            if (kind == AlertEventKind.SILENCE) {
                throw ProblemException.badRequest("SILENCE needs until");
            }
            return null;
        }
        try {
            return Instant.parse(until.asText());
        } catch (DateTimeParseException noTime) {
            throw ProblemException.badRequest(
                    "until " + until.asText() + " is no instant such as 2026-01-31T12:00:00Z");
        }
    }
}
