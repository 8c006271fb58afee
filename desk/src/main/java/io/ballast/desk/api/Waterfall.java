/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A result in its parts, from the price to the net, as far as topics tell them. A part that no topic tells is null and says why; it
 * is in no sum.
 */
final class Waterfall {
    private static final String GAS = "gas is in no topic";
    private static final String OF_PORTFOLIOS = "hedges are held by portfolios: see the portfolio's own";

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final ArrayNode steps;

    private Waterfall(String numeraire) {
        json.put("numeraire", numeraire);
        steps = json.putArray("steps");
    }

    /**
     * Of a position since its entry, in USD.
     *
     * @param row  of the book
     */
    static ObjectNode ofPosition(ObjectNode row) {
        Waterfall waterfall = new Waterfall("USD");
        waterfall.unknown("price", "Price", "what was put in is told at today's price only");
        double divergence = figure(row, "il_usd") + figure(row, "realised_il_usd");
        waterfall.add("divergence", "Divergence", divergence, "impermanent loss, realised included");
        waterfall.add("fees", "Fees", figure(row, "fees_value_usd"), "earned, collected or not");
        waterfall.unknown("gas", "Gas", GAS);
        waterfall.unknown("funding", "Funding", OF_PORTFOLIOS);
        waterfall.unknown("hedge", "Hedge", OF_PORTFOLIOS);
        return waterfall.net(figure(row, "result_usd"), "of what is known: against holding", true, null, null);
    }

    /**
     * Of a portfolio over the days that it has published.
     *
     * @param record  of portfolio-risk
     */
    static ObjectNode ofPortfolio(JsonNode record) {
        JsonNode days = record.path("days");
        Waterfall waterfall = new Waterfall(record.path("attribution_numeraire").asText());
        waterfall.add("price", "Price", sum(days, "price"), "of holding the baskets");
        waterfall.add("divergence", "Divergence", sum(days, "il"), "impermanent loss");
        waterfall.add("fees", "Fees", sum(days, "fees"), "of the pools, and what the price did to them");
        waterfall.unknown("gas", "Gas", GAS);
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

    private void unknown(String id, String title, String why) {
        add(id, title, Double.NaN, why);
    }

    private void add(String id, String title, double value, String note) {
        steps.addObject()
                .put("id", id)
                .put("title", title)
                .put("value", FigureJson.of(value))
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
        return List.of(Column.text("id"), Column.text("title"), Column.figure("value"), Column.text("note"));
    }
}
