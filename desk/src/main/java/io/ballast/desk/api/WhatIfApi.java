/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.store.DeskStore;
import io.ballast.desk.whatif.WhatIfDesk;
import io.ballast.desk.whatif.WhatIfException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** A portfolio in other markets, with hedge legs that nobody has traded. */
public final class WhatIfApi {
    private static final List<Column> COLUMNS =
            List.of(Column.text("shock"), Column.figure("live"), Column.figure("legs"), Column.figure("change"));

    private final WhatIfDesk desk;
    private final TableApi portfolios;

    public WhatIfApi(DeskStore store, PositionRecords records) {
        this.desk = new WhatIfDesk(store, records::record, TableApi::parse);
        this.portfolios = TableApi.portfolios(store);
    }

    /** Adds its routes. */
    public void route(RoutesConfig routes) {
        routes.get("/api/v1/what-if/<key>", this::answer);
    }

    private void answer(Context request) {
        ObjectNode portfolio = TableApi.parse(portfolios.visible(request).detail());
        ObjectNode answer;
        try {
            answer = desk.answer(request.pathParam("key"), portfolio, text(request, "shocks"), text(request, "legs"));
        } catch (WhatIfException senseless) {
            throw ProblemException.badRequest(senseless.getMessage());
        }
        Answer.rowsOrJson(request, "what-if", COLUMNS, answer, "shocks");
    }

    private static String text(Context request, String name) {
        String text = request.queryParam(name);
        return text == null ? "" : text;
    }
}
