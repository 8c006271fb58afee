/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.config.TransactionLinks;
import io.ballast.desk.query.Page;
import io.ballast.desk.store.DeskStore;
import io.ballast.desk.store.LoggedEvent;
import io.ballast.desk.store.PoolInfo;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;

/** How a position came to its figures: its events, where each figure comes from, and the result in its parts. */
public final class PositionStoryApi {
    private final DeskStore store;
    private final PositionRecords records;
    private final TransactionLinks links;
    private final Explanation explanation = new Explanation(Formula.all());
    private final TableApi portfolios;

    public PositionStoryApi(DeskStore store, PositionRecords records, TransactionLinks links) {
        this.store = store;
        this.records = records;
        this.links = links;
        this.portfolios = TableApi.portfolios(store);
    }

    /** Adds its routes. */
    public void route(RoutesConfig routes) {
        routes.get("/api/v1/position-events/<id>", this::events);
        routes.get("/api/v1/position-explanation/<id>", this::explain);
        routes.get("/api/v1/position-attribution/<id>", this::ofPosition);
        routes.get("/api/v1/portfolio-attribution/<key>", this::ofPortfolio);
    }

    private void events(Context request) {
        Page.Row row = PositionAccess.visible(request, store.positions());
        PoolInfo pool = pool(row);
        List<LoggedEvent> logged = store.positionEvents().of(row.id());
        boolean shortened = store.positionEvents().isShortened(row.id());
        if (TableFormat.of(request).isEmpty()
                && Answer.isKnown(request, PositionEventJson.tag(logged, shortened, pool))) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("total", logged.size())
                .put("shortened", shortened)
                .putArray("rows")
                .addAll(rows(logged, pool));
        Answer.rowsOrJson(request, "position-events", PositionEventJson.columns(), body, "rows");
    }

    private PoolInfo pool(Page.Row row) {
        return store.pools().get(records.record(row.value()).getPoolId());
    }

    private List<ObjectNode> rows(List<LoggedEvent> events, PoolInfo pool) {
        Set<LoggedEvent.Log> takenBack = LoggedEvent.takenBack(events);
        return events.stream()
                .map(event -> PositionEventJson.of(event, takenBack, pool, links))
                .toList();
    }

    private void explain(Context request) {
        Page.Row row = PositionAccess.visible(request, store.positions());
        String figure = request.queryParam("figure");
        if (figure == null || !explanation.figures().contains(figure)) {
            throw ProblemException.badRequest(
                    "figure " + figure + " is none of " + String.join(", ", explanation.figures()));
        }
        String place = store.positions().read(rows -> {
            int found = rows.find(row.id());
            return found < 0 ? null : records.topic() + "-" + rows.place(found);
        });
        Answer.json(
                request,
                explanation.of(
                        figure,
                        records.detail(row),
                        place,
                        rows(store.positionEvents().of(row.id()), pool(row))));
    }

    private void ofPosition(Context request) {
        write(request, Waterfall.ofPosition(records.row(PositionAccess.visible(request, store.positions()))));
    }

    private void ofPortfolio(Context request) {
        write(
                request,
                Waterfall.ofPortfolio(TableApi.parse(portfolios.visible(request).detail())));
    }

    private static void write(Context request, ObjectNode waterfall) {
        Answer.rowsOrJson(request, "attribution", Waterfall.columns(), waterfall, "steps");
    }
}
