/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.ballast.desk.ingest.GroupLag;
import io.ballast.desk.ingest.LagUnknownException;
import io.ballast.desk.ingest.TopicReader;
import io.ballast.desk.security.Gate;
import io.ballast.desk.security.User;
import io.ballast.desk.store.DeskStore;
import io.ballast.schema.DeadLetter;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** How the pipeline does: topics and lag, dead letters, this desk's own health, and who is asking. */
public final class PipelineApi {
    private static final int UNAVAILABLE = 503;

    private final DeskStore store;
    private final TopicReader reader;
    private final Optional<GroupLag> lag;

    /** @param lag  of the topology's group; empty: not looked at */
    public PipelineApi(DeskStore store, TopicReader reader, Optional<GroupLag> lag) {
        this.store = store;
        this.reader = reader;
        this.lag = lag;
    }

    /** Adds its routes. */
    public void route(RoutesConfig routes) {
        routes.get("/api/v1/health", this::health);
        routes.get("/api/v1/pipeline", this::pipeline);
        routes.get("/api/v1/dead-letters", this::deadLetters);
        routes.get("/api/v1/me", this::me);
    }

    /** Without sign-in, for whoever watches over processes; it tells no figure. */
    private void health(Context request) {
        ObjectNode status = StatusJson.summary(reader.status());
        boolean well = reader.isAlive() && status.path("caught_up").asBoolean();
        request.status(well ? 200 : UNAVAILABLE);
        Answer.json(request, status.put("status", well ? "up" : "starting"));
    }

    private void pipeline(Context request) {
        ObjectNode body = StatusJson.full(reader.status());
        body.put("dead_letters", store.deadLetters().count());
        lag.ifPresent(group -> putLag(body.putObject("group"), group));
        Answer.json(request, body);
    }

    private static void putLag(ObjectNode json, GroupLag group) {
        json.put("id", group.group());
        try {
            ArrayNode topics = JsonNodeFactory.instance.arrayNode();
            group.byTopic()
                    .forEach((topic, records) ->
                            topics.addObject().put("topic", topic).put("behind", records));
            json.set("topics", topics);
        } catch (LagUnknownException unknown) {
            json.putNull("topics");
            json.put("problem", unknown.getMessage());
        }
    }

    /** They hold anybody's records as they came: only who sees all sees them. */
    private void deadLetters(Context request) {
        if (!Gate.user(request).entitlement().all()) {
            throw ProblemException.forbidden("dead letters are for those who see all portfolios");
        }
        List<String> letters = store.deadLetters().newestFirst();
        Answer.rowsOrJson(
                request,
                "dead-letters",
                DeadLetter.getClassSchema().getFields().stream()
                        .flatMap(Column::of)
                        .toList(),
                sink -> letters.forEach(letter -> sink.accept(TableApi.parse(letter))),
                () -> json(letters));
    }

    private ObjectNode json(List<String> letters) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.put("total", store.deadLetters().count()).putArray("rows");
        letters.forEach(letter -> rows.addRawValue(new RawValue(letter)));
        return body;
    }

    private void me(Context request) {
        User user = Gate.user(request);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", user.name())
                .put("may_act", user.mayAct())
                .put("sees_all", user.entitlement().all());
        ArrayNode portfolios = body.putArray("portfolios");
        user.entitlement().prefixes().forEach(portfolios::add);
        Answer.json(request, body);
    }
}
