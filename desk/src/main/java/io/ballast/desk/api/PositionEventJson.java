/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.config.TransactionLinks;
import io.ballast.desk.store.LoggedEvent;
import io.ballast.desk.store.PoolInfo;
import io.ballast.schema.PositionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One event of a position as a row. */
final class PositionEventJson {
    private PositionEventJson() {}

    static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("event_time", Column.Type.TIME),
                Column.text("kind"),
                Column.figure("amount0"),
                Column.figure("amount1")));
        Column.texts("amount0_raw", "amount1_raw", "liquidity_raw", "from_address", "to_address")
                .forEach(columns::add);
        columns.addAll(List.of(Column.whole("block_number"), Column.whole("log_index")));
        Column.texts("block_hash", "transaction_hash", "transaction_url", "place")
                .forEach(columns::add);
        Stream.of("removed", "taken_back", "simulated")
                .map(name -> new Column(name, Column.Type.YES_NO))
                .forEach(columns::add);
        return columns;
    }

    /**
     * Another one whenever the rows of a log would be others: by its newest event's place, on every desk alike.
     *
     * @param events  newest first
     */
    static String tag(List<LoggedEvent> events, boolean shortened, PoolInfo pool) {
        String newest = events.isEmpty() ? "none" : events.get(0).place();
        String kept = events.size() + (shortened ? "+" : "");
        return "\"" + newest + "." + kept + "."
                + Integer.toHexString(pool.toString().hashCode()) + "\"";
    }

    /** @param takenBack  logs of the position that are no longer so */
    static ObjectNode of(LoggedEvent logged, Set<LoggedEvent.Log> takenBack, PoolInfo pool, TransactionLinks links) {
        PositionEvent event = logged.event();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("event_time", event.getEventTime().toString())
                .put("kind", event.getKind().name());
        json.put("amount0", pool.amount0(event.getAmount0Raw()));
        json.put("amount1", pool.amount1(event.getAmount1Raw()));
        return json.put("amount0_raw", event.getAmount0Raw())
                .put("amount1_raw", event.getAmount1Raw())
                .put("liquidity_raw", liquidity(event))
                .put("from_address", event.getFromAddress())
                .put("to_address", event.getToAddress())
                .put("block_number", event.getBlockNumber())
                .put("log_index", event.getLogIndex())
                .put("block_hash", event.getBlockHash())
                .put("transaction_hash", event.getTransactionHash())
                .put(
                        "transaction_url",
                        links.of(event.getPoolId(), event.getTransactionHash()).orElse(null))
                .put("place", logged.place())
                .put("removed", event.getRemoved())
                .put("taken_back", !event.getRemoved() && takenBack.contains(logged.log()))
                .put("simulated", event.getSimulated());
    }

    /** Of a slot of Uniswap v4 the change, signed. */
    private static String liquidity(PositionEvent event) {
        return event.getLiquidityRaw() == null ? event.getLiquidityChangeRaw() : event.getLiquidityRaw();
    }
}
