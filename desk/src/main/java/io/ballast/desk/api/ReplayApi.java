/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.replay.ReplayControl;
import io.ballast.desk.replay.ReplayState;
import io.ballast.desk.security.Gate;
import io.ballast.desk.security.User;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Play, pause, speed and seek, where the desk runs in one process with who writes the input. */
public final class ReplayApi {
    private static final String ABSENT =
            "The input of this desk is not written by its own process: nothing here can be played. ballast demo has it.";

    private final Optional<ReplayControl> control;

    public ReplayApi(Optional<ReplayControl> control) {
        this.control = control;
    }

    /** Adds its routes. */
    public void route(RoutesConfig routes) {
        routes.get("/api/v1/replay", request -> Answer.json(request, state()));
        routes.post("/api/v1/replay", this::command);
    }

    private ObjectNode state() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ReplayState state = control.map(ReplayControl::state)
                .orElse(new ReplayState(null, false, 1, Optional.empty(), Optional.empty(), Optional.empty()));
        return json.put("present", control.isPresent())
                .put("why", control.isPresent() ? null : ABSENT)
                .put("source", state.source())
                .put("playing", state.playing())
                .put("speed", state.speed())
                .put("fastest", ReplayControl.FASTEST)
                .put("event_time", state.eventTime().map(Instant::toString).orElse(null))
                .put("seeking", state.seeking().map(Instant::toString).orElse(null))
                .put("earliest", state.earliest().map(Instant::toString).orElse(null));
    }

    private void command(Context request) {
        User user = Gate.user(request);
        if (!user.mayAct() || !user.entitlement().all()) {
            throw ProblemException.forbidden(user.name() + " may not: it concerns all portfolios");
        }
        Parameters.requireJson(request);
        ReplayControl replay = control.orElseThrow(() -> ProblemException.notFound(ABSENT));
        try {
            follow(replay, TableApi.read(request.body()));
        } catch (IllegalArgumentException senseless) {
            throw ProblemException.badRequest(senseless.getMessage());
        }
        Answer.json(request, state());
    }

    private static void follow(ReplayControl replay, JsonNode wanted) {
        if (wanted.has("speed")) {
            replay.speed(wanted.get("speed").asDouble(Double.NaN));
        }
        if (wanted.has("seek")) {
            replay.seek(instant(wanted.get("seek").asText()));
        }
        if (wanted.has("playing")) {
            if (wanted.get("playing").asBoolean()) {
                replay.play();
            } else {
                replay.pause();
            }
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw new IllegalArgumentException(text + " is no instant such as 2026-01-31T12:00:00Z", noTime);
        }
    }
}
