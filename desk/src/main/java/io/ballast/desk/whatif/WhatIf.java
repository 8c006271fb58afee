/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.risk.scenario.BookLeg;
import io.ballast.risk.scenario.Revaluation;
import io.ballast.risk.scenario.Shock;
import io.ballast.risk.scenario.ShockResult;
import io.ballast.risk.scenario.Shocks;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** A live book in full in other markets, without and with hedge legs that nobody has traded. Dollars. */
final class WhatIf {
    private static final List<Double> SPOTS = List.of(-0.5, -0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.5);
    private static final List<Double> VOLATILITIES = List.of(-0.2, -0.1, 0.0, 0.1, 0.2);
    private static final int CURVE_STEPS = 30;
    private static final double CURVE_STEP = 0.02;

    private final LiveBook book;
    private final List<WhatIfLeg> added;
    private final Revaluation live;
    private final Revaluation legs;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private WhatIf(LiveBook book, List<WhatIfLeg> added) {
        this.book = book;
        this.added = added;
        this.live = new Revaluation(book.legs());
        List<BookLeg> parts = new ArrayList<>();
        added.forEach(leg -> parts.addAll(leg.legs()));
        this.legs = new Revaluation(parts);
    }

    /**
     * @param shocks  as {@link ShockWords} reads them
     * @param legs  as {@link LegWords} does
     * @throws WhatIfException if one makes no sense
     */
    static ObjectNode of(String portfolio, LiveBook book, Volatilities volatilities, String shocks, String legs) {
        WhatIf whatIf = new WhatIf(book, new LegWords(book, volatilities).parse(legs));
        List<Shock> asked =
                ShockWords.parse(shocks, new TreeSet<>(book.market().prices().keySet()), book.coins());
        return whatIf.answer(portfolio, asked);
    }

    private ObjectNode answer(String portfolio, List<Shock> shocks) {
        json.put("portfolio", portfolio)
                .put("event_time", book.time().toString())
                .put("simulated", book.simulated())
                .put("value", live.value(book.market()))
                .put("positions", book.positions());
        ObjectNode prices = json.putObject("prices");
        new TreeMap<>(book.market().prices()).forEach(prices::put);
        ArrayNode coins = json.putArray("coins");
        book.coins().stream().sorted().forEach(coins::add);
        putLegs(json.putArray("legs"));
        ArrayNode leftOut = json.putArray("left_out");
        book.leftOut().forEach(out -> leftOut.addObject()
                .put("what", out.what())
                .put("count", out.count())
                .put("reason", out.reason()));
        putShocks(json.putArray("shocks"), shocks);
        putGrid(json.putObject("grid"));
        putCurve(json.putObject("curve"));
        return json;
    }

    private void putLegs(ArrayNode array) {
        added.forEach(leg -> array.addObject()
                .put("leg", leg.text())
                .put("paid", leg.paid())
                .put("delta", leg.delta())
                .put("volatility", leg.volatility())
                .put("volatility_source", leg.volatilitySource()));
    }

    private void putShocks(ArrayNode array, List<Shock> shocks) {
        List<ShockResult> alone = live.after(book.market(), shocks);
        List<ShockResult> ofLegs = legs.after(book.market(), shocks);
        for (int i = 0; i < shocks.size(); i++) {
            array.addObject()
                    .put("shock", shocks.get(i).name())
                    .put("live", alone.get(i).change())
                    .put("legs", ofLegs.get(i).change())
                    .put("change", alone.get(i).change() + ofLegs.get(i).change());
        }
    }

    private boolean hasVolatility() {
        return book.hasOptions() || added.stream().anyMatch(leg -> leg.volatility() != null);
    }

    /** All coins and all volatilities; volatilities alone where something depends on them. */
    private void putGrid(ObjectNode grid) {
        List<Double> volatilities = hasVolatility() ? VOLATILITIES : List.of(0.0);
        ArrayNode spots = grid.putArray("spot_shifts");
        SPOTS.forEach(spots::add);
        ArrayNode rows = grid.putArray("rows");
        for (double volatility : volatilities) {
            List<Shock> shocks = Shocks.grid(book.coins(), SPOTS, List.of(volatility));
            putChanges(rows.addObject().put("vol_shift", volatility), shocks);
        }
    }

    private void putCurve(ObjectNode curve) {
        List<Double> shifts = new ArrayList<>();
        for (int step = -CURVE_STEPS; step <= CURVE_STEPS; step++) {
            shifts.add(step * CURVE_STEP);
        }
        ArrayNode at = curve.putArray("shifts");
        shifts.forEach(at::add);
        putChanges(curve, Shocks.joint(book.coins(), shifts));
    }

    private void putChanges(ObjectNode row, List<Shock> shocks) {
        ArrayNode alone = row.putArray("live");
        ArrayNode change = row.putArray("change");
        List<ShockResult> ofBook = live.after(book.market(), shocks);
        List<ShockResult> ofLegs = legs.after(book.market(), shocks);
        for (int i = 0; i < shocks.size(); i++) {
            alone.add(ofBook.get(i).change());
            change.add(ofBook.get(i).change() + ofLegs.get(i).change());
        }
    }
}
