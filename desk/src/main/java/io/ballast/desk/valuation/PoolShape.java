/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.valuation;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.desk.store.KeyedTable;
import java.util.function.Function;

/**
 * What a pool's curve depends on and may move with time, as {@code pool-risk} told last.
 *
 * @param amplification  of a stable pool, as its contract's {@code A()} means it; null: of no stable pool, or not told
 * @param weight0  of token0 in a weighted pool, a fraction; null: of no weighted pool, or not told
 */
public record PoolShape(Double amplification, Double weight0) {
    public static final PoolShape UNKNOWN = new PoolShape(null, null);

    /**
     * Of a pool.
     *
     * @param poolRisk  the newest records
     * @param json  reads one
     */
    public static PoolShape of(KeyedTable poolRisk, String poolId, Function<String, ? extends JsonNode> json) {
        return poolRisk.get(poolId)
                .map(KeyedTable.Entry::detail)
                .<JsonNode>map(json)
                .map(PoolShape::of)
                .orElse(UNKNOWN);
    }

    private static PoolShape of(JsonNode poolRisk) {
        return new PoolShape(number(poolRisk, "amplification"), number(poolRisk, "weight0"));
    }

    private static Double number(JsonNode record, String field) {
        return record.path(field).isNumber() ? (Double) record.path(field).doubleValue() : null;
    }
}
