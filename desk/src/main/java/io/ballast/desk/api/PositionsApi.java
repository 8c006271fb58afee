/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.query.GroupBy;
import io.ballast.desk.query.Grouping;
import io.ballast.desk.query.Ordering;
import io.ballast.desk.query.Page;
import io.ballast.desk.query.Paging;
import io.ballast.desk.query.Query;
import io.ballast.desk.store.DeskStore;
import io.ballast.desk.valuation.PoolShape;
import io.ballast.schema.PositionRisk;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Positions: pages of them, sums by group, and one with its history, its payoff, and as it is at the newest price. */
public final class PositionsApi {
    private final DeskStore store;
    private final PositionRecords records;
    private final Paging paging;
    private final Grouping grouping;

    public PositionsApi(DeskStore store, PositionRecords records) {
        this.store = store;
        this.records = records;
        this.paging = new Paging(store.positions(), store.pools());
        this.grouping = new Grouping(store.positions(), store.pools());
    }

    /** Adds its routes. */
    public void route(RoutesConfig routes) {
        routes.get("/api/v1/positions", this::list);
        routes.get("/api/v1/position-groups", this::groups);
        routes.get("/api/v1/positions/<id>", this::one);
        routes.get("/api/v1/position-history/<id>", this::history);
        routes.get("/api/v1/position-payoff/<id>", this::payoff);
        routes.get("/api/v1/position-now/<id>", this::now);
    }

    private void list(Context request) {
        Query query = Parameters.query(request);
        Ordering ordering = Parameters.ordering(request);
        Optional<TableFormat> format = TableFormat.of(request);
        if (format.isPresent()) {
            export(request, format.get(), query, ordering);
            return;
        }
        int limit = Parameters.limit(request).orElse(Parameters.USUAL_ROWS);
        Page page = paging.page(query, ordering, request.queryParam("cursor"), limit);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("total", page.total()).put("next", page.next());
        ArrayNode rows = body.putArray("rows");
        page.rows().forEach(row -> rows.add(records.row(row)));
        Answer.json(request, body);
    }

    /** All pages, unless a limit is given. */
    private void export(Context request, TableFormat format, Query query, Ordering ordering) {
        int most = Parameters.limit(request).orElse(Integer.MAX_VALUE);
        Page first = paging.page(query, ordering, request.queryParam("cursor"), Math.min(most, Parameters.MOST_ROWS));
        Answer.rows(request, format, "positions", PositionRecords.columns(), sink -> {
            write(first, sink);
            String next = most <= Parameters.MOST_ROWS ? null : first.next();
            while (next != null) {
                Page page = paging.page(query, ordering, next, Parameters.MOST_ROWS);
                write(page, sink);
                next = page.next();
            }
        });
    }

    private void write(Page page, Consumer<ObjectNode> sink) {
        page.rows().forEach(row -> sink.accept(records.row(row)));
    }

    private void groups(Context request) {
        GroupBy by = GroupBy.named(request.queryParamAsClass("by", String.class).getOrDefault(GroupBy.ALL.id()));
        List<ObjectNode> groups = grouping.groups(Parameters.query(request), by).stream()
                .map(GroupJson::of)
                .toList();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("by", by.id());
        body.putArray("groups").addAll(groups);
        Answer.rowsOrJson(request, "position-groups", GroupJson.columns(), body, "groups");
    }

    private void one(Context request) {
        Answer.json(request, records.detail(PositionAccess.visible(request, store.positions())));
    }

    private void history(Context request) {
        Page.Row row = PositionAccess.visible(request, store.positions());
        HistoryAnswer.write(request, "history", store.positionHistory(), row.id());
    }

    private void payoff(Context request) {
        Page.Row row = PositionAccess.visible(request, store.positions());
        PositionRisk risk = records.record(row.value());
        Answer.json(
                request,
                Payoff.of(
                        risk,
                        store.pools().get(risk.getPoolId()),
                        shape(risk.getPoolId()),
                        Payoff.span(request),
                        HedgeChoice.named(request.queryParam("hedge"))));
    }

    private void now(Context request) {
        PositionRisk risk = records.record(
                PositionAccess.visible(request, store.positions()).value());
        String poolId = risk.getPoolId();
        Answer.json(
                request,
                PositionNow.of(
                        risk,
                        store.pools().get(poolId),
                        shape(poolId),
                        store.poolPrices().of(poolId)));
    }

    private PoolShape shape(String poolId) {
        return PoolShape.of(store.poolRisk(), poolId, TableApi::parse);
    }
}
