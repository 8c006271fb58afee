/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.desk.store.PoolInfo;
import io.ballast.desk.valuation.PoolShape;
import io.ballast.desk.valuation.PositionCurve;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.option.OptionKind;
import io.ballast.risk.scenario.BookLeg;
import io.ballast.risk.scenario.HoldingLeg;
import io.ballast.risk.scenario.Market;
import io.ballast.risk.scenario.OptionBookLeg;
import io.ballast.schema.PositionRisk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts a live book together: pools' positions first, then the hedge accounts. Single-threaded. */
final class LiveBookBuilder {
    private record Held(PairCurve curve, String asset0, String asset1, double price, double usdPerToken1) {}

    private record Missing(String what, String reason) {}

    private final JsonNode portfolio;
    private final Set<String> coins = new TreeSet<>();
    private final Set<String> assets = new TreeSet<>();
    private final Map<String, Double> prices = new HashMap<>(Map.of(LiveBook.DOLLAR, 1.0));
    private final List<Held> held = new ArrayList<>();
    private final List<BookLeg> hedges = new ArrayList<>();
    private final Map<Missing, Integer> leftOut = new LinkedHashMap<>();
    private Instant time;
    private boolean simulated;
    private boolean hasOptions;

    /** @param portfolio  record of portfolio-risk */
    LiveBookBuilder(JsonNode portfolio) {
        this.portfolio = portfolio;
        this.time = Instant.parse(portfolio.path("event_time").asText());
        this.simulated = portfolio.path("simulated").asBoolean();
        // Those at par and the numeraire have no ladder.
        portfolio
                .path("ladders")
                .forEach(ladder -> coins.add(ladder.path("asset").asText()));
        portfolio.path("assets").forEach(asset -> assets.add(asset.path("asset").asText()));
    }

    /** A position, by its own curve, if that and dollars are known. */
    void add(PositionRisk risk, PoolInfo pool, PoolShape shape) {
        Optional<PairCurve> curve = risk.getPrice() == null ? Optional.empty() : PositionCurve.of(risk, pool, shape);
        time = risk.getEventTime().isAfter(time) ? risk.getEventTime() : time;
        simulated |= risk.getSimulated();
        if (curve.isEmpty()) {
            leaveOut("positions in " + pool.title(), "their curve, price or amounts are not known");
        } else if (risk.getUsdPerToken1() == null) {
            leaveOut("positions in " + pool.title(), "no USD price of " + pool.symbol1() + " is known");
        } else {
            add(curve.get(), pool, risk.getPrice(), risk.getUsdPerToken1());
        }
    }

    private void add(PairCurve curve, PoolInfo pool, double price, double usdPerToken1) {
        String asset0 = asset(pool.symbol0());
        String asset1 = asset(pool.symbol1());
        prices.putIfAbsent(asset1, usdPerToken1);
        prices.putIfAbsent(asset0, price * usdPerToken1);
        held.add(new Held(curve, asset0, asset1, price, usdPerToken1));
    }

    private void leaveOut(String what, String reason) {
        leftOut.merge(new Missing(what, reason), 1, Integer::sum);
    }

    /** What the portfolio calls a token: a wrapped coin is the coin. */
    private String asset(String symbol) {
        boolean wrapped = !assets.contains(symbol) && symbol.startsWith("W") && assets.contains(symbol.substring(1));
        return wrapped ? symbol.substring(1) : symbol;
    }

    /**
     * What the hedge accounts stand for: perpetuals, spot and cash by their units, options by their model.
     *
     * @param instruments  records of hedge-instruments by id
     */
    void addHedges(Function<String, Optional<JsonNode>> instruments, Volatilities volatilities) {
        for (JsonNode asset : portfolio.path("assets")) {
            String name = asset.path("asset").asText();
            double units = asset.path("hedges").asDouble();
            if (asset.path("price").isNumber()
                    && isDollar(portfolio.path("numeraire").asText())) {
                prices.putIfAbsent(name, asset.path("price").asDouble());
            }
            if (units != 0 && prices.containsKey(name)) {
                hedges.add(new HoldingLeg(name, units));
            } else if (units != 0) {
                leaveOut("hedges in " + name, "no USD price of it is known");
            }
        }
        portfolio.path("legs").forEach(leg -> instruments
                .apply(leg.path("instrument_id").asText())
                .filter(instrument -> instrument.path("strike").isTextual())
                .ifPresent(option -> addOption(leg, option, volatilities)));
    }

    private boolean isDollar(String numeraire) {
        return numeraire.equals(LiveBook.DOLLAR) || !coins.contains(numeraire);
    }

    private void addOption(JsonNode leg, JsonNode option, Volatilities volatilities) {
        String coin = option.path("base").asText();
        double strike = option.path("strike").asDouble();
        double coinsHeld =
                leg.path("contracts").asDouble() * option.path("multiplier").asDouble();
        Instant expiry = Instant.parse(option.path("expiry").asText());
        Optional<Volatilities.Quoted> quoted = volatilities.at(coin, strike, expiry);
        if (coinsHeld == 0 || !expiry.isAfter(time)) {
            return;
        }
        if (quoted.isEmpty() || !prices.containsKey(coin)) {
            leaveOut(
                    "options " + leg.path("instrument_id").asText(), "no surface or no price of " + coin + " is known");
            return;
        }
        hasOptions = true;
        OptionKind kind = OptionKind.valueOf(option.path("option_right").asText());
        hedges.add(new OptionBookLeg(
                quoted.get().option(kind, strike, coinsHeld, LiveBook.years(time, expiry)), coin, LiveBook.DOLLAR));
    }

    LiveBook build() {
        Market market = Market.at(prices);
        List<BookLeg> legs = new ArrayList<>();
        held.forEach(one -> legs.add(
                new AnchoredLeg(one.curve(), one.asset0(), one.asset1(), one.price(), one.usdPerToken1(), market)));
        legs.addAll(hedges);
        Set<String> moving = new TreeSet<>(coins);
        moving.retainAll(prices.keySet());
        List<LiveBook.LeftOut> out = leftOut.entrySet().stream()
                .map(entry -> new LiveBook.LeftOut(
                        entry.getKey().what(), entry.getValue(), entry.getKey().reason()))
                .toList();
        return new LiveBook(legs, market, moving, held.size(), hasOptions, out, time, simulated);
    }
}
