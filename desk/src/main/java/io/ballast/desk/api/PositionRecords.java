/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.query.Page;
import io.ballast.desk.store.Figure;
import io.ballast.desk.store.PoolInfo;
import io.ballast.desk.store.Pools;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.json.RecordJson;
import io.ballast.schemas.serde.AvroDeserializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;

/** Makes rows for people out of positions' records. Thread-safe. */
public final class PositionRecords {
    private final AvroDeserializer<PositionRisk> deserializer;
    private final String topic;
    private final Pools pools;

    /** @param topic  full name of the topic that the records are from */
    public PositionRecords(SchemaRegistryClient registry, String topic, Pools pools) {
        this.deserializer = new AvroDeserializer<>(PositionRisk.class, registry);
        this.topic = topic;
        this.pools = pools;
    }

    /** Full name of the topic that the records are from. */
    String topic() {
        return topic;
    }

    /** The record behind a row. */
    PositionRisk record(byte[] value) {
        return deserializer.deserialize(topic, value);
    }

    /** One line of the book; every key is a column, in the order of {@link #columns}. */
    public ObjectNode row(Page.Row row) {
        return row(row.id(), record(row.value()));
    }

    private ObjectNode row(String id, PositionRisk risk) {
        PoolInfo pool = pools.get(risk.getPoolId());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id)
                .put("pool_id", risk.getPoolId())
                .put("pool", pool.title())
                .put("symbol0", pool.symbol0())
                .put("symbol1", pool.symbol1())
                .put("portfolio", risk.getPortfolio())
                .put("owner", risk.getOwner())
                .put("kind", risk.getKind().name())
                .put("token_id", risk.getTokenId())
                .put("range_state", risk.getRangeState().name())
                .put("tick_lower", risk.getTickLower())
                .put("tick_upper", risk.getTickUpper())
                .put("tick", risk.getTick());
        json.put("price_lower", FigureJson.of(price(risk.getTickLower(), pool)));
        json.put("price_upper", FigureJson.of(price(risk.getTickUpper(), pool)));
        for (Figure figure : Figure.values()) {
            putFigure(json, figure, figure.of(risk));
        }
        json.put("liquidity_raw", risk.getLiquidityRaw())
                .put("principal0_raw", risk.getPrincipal0Raw())
                .put("principal1_raw", risk.getPrincipal1Raw())
                .put("owed0_raw", risk.getOwed0Raw())
                .put("owed1_raw", risk.getOwed1Raw())
                .put("event_time", risk.getEventTime().toString())
                .put("simulated", risk.getSimulated());
        ArrayNode flags = json.putArray("flags");
        risk.getFlags().forEach(flag -> flags.add(flag.name()));
        return json;
    }

    /** All that is known of one: its line, and the record with its fields as published. */
    ObjectNode detail(Page.Row row) {
        PositionRisk risk = record(row.value());
        ObjectNode json = row(row.id(), risk);
        json.set("record", RecordJson.of(risk));
        return json;
    }

    /** Names of what a line has. */
    static List<Column> columns() {
        List<Column> columns = new ArrayList<>(Column.texts(
                        "id",
                        "pool_id",
                        "pool",
                        "symbol0",
                        "symbol1",
                        "portfolio",
                        "owner",
                        "kind",
                        "token_id",
                        "range_state")
                .toList());
        columns.addAll(List.of(
                Column.whole("tick_lower"),
                Column.whole("tick_upper"),
                Column.whole("tick"),
                Column.figure("price_lower"),
                Column.figure("price_upper")));
        for (Figure figure : Figure.values()) {
            columns.add(isWhole(figure) ? Column.whole(figure.id()) : Column.figure(figure.id()));
        }
        Column.texts("liquidity_raw", "principal0_raw", "principal1_raw", "owed0_raw", "owed1_raw")
                .forEach(columns::add);
        columns.addAll(List.of(
                new Column("event_time", Column.Type.TIME),
                new Column("simulated", Column.Type.YES_NO),
                new Column("flags", Column.Type.LIST)));
        return columns;
    }

    /** Token1 per token0 in whole units at a tick; NaN without one, where it is none, or where decimals are not known. */
    static double price(Integer tick, PoolInfo pool) {
        if (tick == null || !TickMath.isTick(tick) || pool.decimals0() == null || pool.decimals1() == null) {
            return Double.NaN;
        }
        return SqrtPrice.priceToken1PerToken0AtTick(tick, pool.decimals0(), pool.decimals1());
    }

    private static void putFigure(ObjectNode json, Figure figure, double value) {
        if (isWhole(figure)) {
            json.put(figure.id(), (long) value);
        } else {
            json.put(figure.id(), FigureJson.of(value));
        }
    }

    private static boolean isWhole(Figure figure) {
        return figure == Figure.BLOCK_NUMBER || figure == Figure.EVENT_TIME_MS;
    }
}
