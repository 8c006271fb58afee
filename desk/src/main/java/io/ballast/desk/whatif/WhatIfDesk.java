/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.query.Query;
import io.ballast.desk.security.Entitlement;
import io.ballast.desk.store.DeskStore;
import io.ballast.desk.store.KeyedTable;
import io.ballast.desk.valuation.PoolShape;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.RangeState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers what-if questions about portfolios, from what the store has at that moment. Thread-safe. */
public final class WhatIfDesk {
    private static final int MOST_POSITIONS = 20_000;

    private final DeskStore store;
    private final Function<byte[], PositionRisk> records;
    private final Function<String, JsonNode> json;

    /**
     * @param records  reads positions' records as they came
     * @param json  reads records of tables
     */
    public WhatIfDesk(DeskStore store, Function<byte[], PositionRisk> records, Function<String, JsonNode> json) {
        this.store = store;
        this.records = records;
        this.json = json;
    }

    /**
     * @param portfolio  record of portfolio-risk
     * @throws WhatIfException if a shock or leg makes no sense, or there are more than 20,000 positions
     */
    public ObjectNode answer(String path, JsonNode portfolio, String shocks, String legs) {
        Volatilities volatilities = new Volatilities(store.surfaces().all(surface -> true).stream()
                .map(KeyedTable.Entry::detail)
                .map(json)
                .toList());
        LiveBookBuilder builder = new LiveBookBuilder(portfolio);
        Map<String, PoolShape> shapes = new HashMap<>();
        for (byte[] value : positions(path)) {
            PositionRisk risk = records.apply(value);
            if (risk.getRangeState() != RangeState.CLOSED) {
                String poolId = risk.getPoolId();
                builder.add(risk, store.pools().get(poolId), shapes.computeIfAbsent(poolId, this::shape));
            }
        }
        builder.addHedges(
                id -> store.instruments().get(id).map(KeyedTable.Entry::detail).map(json), volatilities);
        return WhatIf.of(path, builder.build(), volatilities, shocks, legs);
    }

    private PoolShape shape(String poolId) {
        return PoolShape.of(store.poolRisk(), poolId, json);
    }

    private List<byte[]> positions(String path) {
        Query below = new Query(List.of(), Entitlement.of(List.of(path)));
        List<byte[]> found = store.positions().read(rows -> below.passing(rows, store.pools())
                .mapToObj(rows::value)
                .limit(MOST_POSITIONS + 1L)
                .toList());
        if (found.size() > MOST_POSITIONS) {
            throw new WhatIfException(
                    path + " has more than " + MOST_POSITIONS + " positions: ask for a portfolio below it");
        }
        return found;
    }
}
