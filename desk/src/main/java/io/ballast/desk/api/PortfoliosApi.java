/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import io.ballast.desk.security.Gate;
import io.ballast.desk.store.DeskStore;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PortfolioScenarios;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Portfolios, their history, scenarios and hedges, and pools. */
public final class PortfoliosApi {
    private final DeskStore store;

    public PortfoliosApi(DeskStore store) {
        this.store = store;
    }

    /** Adds its routes. */
    public void route(RoutesConfig routes) {
        TableApi.portfolios(store).route(routes);
        new TableApi("scenarios", store.scenarios(), PortfolioScenarios.getClassSchema()).route(routes);
        new TableApi("hedges", store.hedges(), HedgeRecommendation.getClassSchema()).route(routes);
        new TableApi("pools", store.poolRisk(), PoolRisk.getClassSchema()).route(routes);
        routes.get("/api/v1/portfolio-history/<key>", this::history);
    }

    private void history(Context request) {
        String portfolio = request.pathParam("key");
        if (!Gate.user(request).entitlement().allows(portfolio)) {
            throw ProblemException.notFound("no portfolio " + portfolio);
        }
        HistoryAnswer.write(request, "portfolio-history", store.portfolioHistory(), portfolio);
    }
}
