/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.ConcentratedState;
import io.ballast.risk.pool.concentrated.SlotKey;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A pool fed with the decoded records of a replay's input topics, in log order. */
final class DecodedPool {
    private final ConcentratedPool pool;

    DecodedPool(int feePips, int tickSpacing) {
        this.pool = new ConcentratedPool(feePips, tickSpacing, new Journal());
    }

    /** What the pool's contract logged, merged from three topics. */
    static List<JsonNode> inLogOrder(Replayed replayed) {
        return Stream.of("price-ticks", "position-events", "pool-events")
                .flatMap(topic -> replayed.values(topic).stream())
                .filter(value -> !value.get("kind").asText().equals("SNAPSHOT"))
                .sorted(Comparator.<JsonNode>comparingLong(
                                value -> value.get("block_number").asLong())
                        .thenComparingInt(value -> value.get("log_index").asInt()))
                .toList();
    }

    void apply(JsonNode event) {
        switch (event.get("kind").asText()) {
            case "INITIALIZE" ->
                pool.initialize(
                        number(event, "sqrt_price_x96_raw"), event.get("tick").asInt());
            case "MINT" -> pool.mint(slot(event), number(event, "liquidity_raw"));
            case "BURN" -> pool.burn(slot(event), number(event, "liquidity_raw"));
            case "SWAP" ->
                pool.replaySwap(
                        number(event, "amount0_raw"),
                        number(event, "amount1_raw"),
                        number(event, "sqrt_price_x96_raw"),
                        number(event, "liquidity_raw"),
                        event.get("tick").asInt());
            default -> throw new IllegalArgumentException("not expected here: " + event);
        }
    }

    ConcentratedState state() {
        return pool.state();
    }

    private static SlotKey slot(JsonNode event) {
        return new SlotKey(
                event.get("owner").asText(),
                event.get("tick_lower").asInt(),
                event.get("tick_upper").asInt());
    }

    private static BigInteger number(JsonNode event, String field) {
        return new BigInteger(event.get(field).asText());
    }
}
