/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A result in its parts, from the price to the net, as far as topics tell them. A part that is told nowhere, or of the portfolio
 * alone, is null and says why; it is in no sum.
 */
final class Waterfall {
    private static final String GAS = "gas is in no topic";
    private static final String OF_PORTFOLIOS = "hedges are held by portfolios: see its own";

    /** Figures of a position that explain a part. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "price", "part_price",
            "divergence", "il_usd",
            "fees", "fees_value_usd",
            "gas", "part_gas",
            "funding", "part_funding",
            "hedge", "part_hedge");

    private final Map<String, String> explained;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final ArrayNode steps;

    private Waterfall(String numeraire, Map<String, String> explained) {
        this.explained = explained;
        json.put("numeraire", numeraire);
        steps = json.putArray("steps");
    }

    /**
     * Of a position since its entry, in USD.
     *
     * @param row  of the book
     */
    static ObjectNode ofPosition(ObjectNode row) {
        Waterfall waterfall = new Waterfall("USD", EXPLAINED);
        waterfall.add("price", "Price", WhereTold.NOWHERE, "what deposits were worth when they came is in no topic");
        double divergence = figure(row, "il_usd") + figure(row, "realised_il_usd");
        waterfall.add("divergence", "Divergence", divergence, "impermanent loss, realised included");
        waterfall.add("fees", "Fees", figure(row, "fees_value_usd"), "earned, collected or not");
        waterfall.add("gas", "Gas", WhereTold.NOWHERE, GAS);
        waterfall.add("funding", "Funding", WhereTold.PORTFOLIO, OF_PORTFOLIOS);
        waterfall.add("hedge", "Hedge", WhereTold.PORTFOLIO, OF_PORTFOLIOS);
        return waterfall.net(figure(row, "result_usd"), "of what is known: against holding", true, null, null);
    }

    /**
     * Of a portfolio over the days that it has published.
     *
     * @param record  of portfolio-risk
     */
    static ObjectNode ofPortfolio(JsonNode record) {
        JsonNode days = record.path("days");
        Waterfall waterfall = new Waterfall(record.path("attribution_numeraire").asText(), Map.of());
        waterfall.add("price", "Price", sum(days, "price"), "of holding the baskets");
        waterfall.add("divergence", "Divergence", sum(days, "il"), "impermanent loss");
        waterfall.add("fees", "Fees", sum(days, "fees"), "of the pools, and what the price did to them");
        waterfall.add("gas", "Gas", WhereTold.NOWHERE, GAS);
        waterfall.add("funding", "Funding", sum(days, "funding"), "of perpetuals");
        waterfall.add("hedge", "Hedge", sum(days, "hedge"), "of hedge accounts without what follows");
        waterfall.add("premium", "Premium", sum(days, "premium"), "of options");
        waterfall.add("costs", "Costs", sum(days, "costs"), "trading fees of hedges");
        boolean complete = true;
        for (JsonNode day : days) {
            complete &= day.path("complete").asBoolean();
        }
        return waterfall.net(
                sum(days, "total"),
                "without gas",
                complete,
                days.path(0).path("day_start").asText(null),
                record.path("event_time").asText(null));
    }

    /** NaN as soon as one is not known, or there is none. */
    private static double sum(JsonNode days, String part) {
        double sum = days.isEmpty() ? Double.NaN : 0;
        for (JsonNode day : days) {
            sum += figure(day, part);
        }
        return sum;
    }

    private static double figure(JsonNode row, String name) {
        return row.path(name).isNumber() ? row.path(name).asDouble() : Double.NaN;
    }

    private void add(String id, String title, double value, String note) {
        add(id, title, Double.isFinite(value) ? WhereTold.HERE : WhereTold.NOWHERE, note)
                .put("value", FigureJson.of(value));
    }

    private ObjectNode add(String id, String title, WhereTold told, String note) {
        return steps.addObject()
                .put("id", id)
                .put("title", title)
                .putNull("value")
                .put("told", told.id())
                .put("figure", explained.get(id))
                .put("note", note);
    }

    private ObjectNode net(double value, String note, boolean complete, String from, String to) {
        return json.put("net", FigureJson.of(value))
                .put("net_note", note)
                .put("complete", complete)
                .put("from", from)
                .put("to", to);
    }

    static List<Column> columns() {
        return List.of(
                Column.text("id"),
                Column.text("title"),
                Column.figure("value"),
                Column.text("told"),
                Column.text("figure"),
                Column.text("note"));
    }
}
