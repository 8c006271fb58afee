/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.scenario.BookLeg;
import io.ballast.risk.scenario.HoldingLeg;
import io.ballast.risk.scenario.Market;
import io.ballast.risk.scenario.OptionBookLeg;
import io.ballast.risk.scenario.QuadraticBook;
import io.ballast.risk.scenario.Revaluation;
import io.ballast.risk.scenario.Shock;
import io.ballast.risk.scenario.ShockResult;
import io.ballast.risk.scenario.Shocks;
import io.ballast.schema.AssetRisk;
import io.ballast.schema.HedgeLeftOut;
import io.ballast.schema.NamedShock;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PoolLeftOut;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.ScenarioCell;
import io.ballast.schema.ScenarioLadder;
import io.ballast.schema.ScenarioPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scenarios of one portfolio: pools by their exact curves, hedges by their units and models, all revalued in full. */
final class ScenarioWork {

    private static final List<Double> DEPEGS = List.of(0.95, 0.8);

    private final List<Holding> valued = new ArrayList<>();
    private final List<PoolLeftOut> leftOut = new ArrayList<>();
    private final List<PoolLeftOut> notInRisk = new ArrayList<>();
    private final List<HedgeLeftOut> hedgesLeftOut = new ArrayList<>();
    private final HedgeLegs hedges;
    private final Market market;
    private final Map<String, PoolPrice> pools;
    private final ScenarioSettings settings;
    private final TreeSet<String> coins = new TreeSet<>();
    private final TreeSet<String> dollars = new TreeSet<>();

    /**
     * @param holdings  of the portfolio
     * @param hedges  of it, and the market that all of it is in
     * @param pools  prices of pools by id
     */
    ScenarioWork(List<Holding> holdings, HedgeLegs hedges, Map<String, PoolPrice> pools, ScenarioSettings settings) {
        this.hedges = hedges;
        hedgesLeftOut.addAll(hedges.leftOut());
        this.market = hedges.market();
        this.pools = pools;
        this.settings = settings;
        holdings.forEach(this::sort);
        hedges.units().stream().map(HoldingLeg::asset).filter(this::isCoin).forEach(coins::add);
        hedges.options().stream().map(OptionBookLeg::base).filter(this::isCoin).forEach(coins::add);
    }

    /** What hedges are in besides the pools' dollars and those at the bank. */
    private boolean isCoin(String asset) {
        return !dollars.contains(asset) && !hedges.dollars().contains(asset);
    }

    private void sort(Holding holding) {
        Optional<String> missing = Stream.of(holding.asset0(), holding.asset1())
                .filter(asset -> !market.prices().containsKey(asset))
                .findFirst();
        if (holding.curve() == null) {
            leftOut.add(StripRecords.leftOut(holding));
        } else if (!pools.containsKey(holding.poolId())) {
            leftOut.add(out(holding, "the pool has no price"));
        } else if (missing.isPresent()) {
            leftOut.add(out(holding, "no price of " + missing.get() + " is known"));
        } else {
            valued.add(holding);
            (holding.dollar0() ? dollars : coins).add(holding.asset0());
            (holding.dollar1() ? dollars : coins).add(holding.asset1());
        }
    }

    /**
     * @param surfaces  by coin, the one that the coin's volatility is taken from
     * @param history  past prices
     * @param time  newest of what it rests on
     */
    PortfolioScenarios scenarios(
            String portfolio,
            Map<String, OptionSurface> surfaces,
            PriceHistory history,
            Instant time,
            boolean simulated) {
        Revaluation book = new Revaluation(legs());
        boolean nothing = book.legs().isEmpty();
        return PortfolioScenarios.newBuilder()
                .setPortfolio(portfolio)
                .setValue(nothing ? null : Double.valueOf(book.value(market)))
                .setLadder(nothing ? List.of() : ladder(book, coins))
                .setAssetLadders(assetLadders(book))
                .setGrid(hedges.options().isEmpty() ? List.of() : grid(book))
                .setVegaByTenor(hedges.vegaByTenor())
                .setShocks(depegs(book))
                .setRisk(risk(surfaces))
                .setHistorical(new PastMoves(history.moves(coins)).of(book, market))
                .setNotInRisk(notInRisk)
                .setLeftOut(leftOut)
                .setHedgesLeftOut(hedgesLeftOut)
                .setEventTime(time)
                .setSimulated(simulated)
                .build();
    }

    private List<BookLeg> legs() {
        List<BookLeg> legs = new ArrayList<>();
        valued.forEach(holding -> legs.add(leg(holding)));
        legs.addAll(hedges.units());
        legs.addAll(hedges.options());
        return legs;
    }

    private PoolLeg leg(Holding holding) {
        return new PoolLeg(holding, pools.get(holding.poolId()).price(), market);
    }

    private List<ScenarioPoint> ladder(Revaluation book, Collection<String> assets) {
        List<ShockResult> results = book.after(market, Shocks.joint(assets, settings.shifts()));
        List<ScenarioPoint> points = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            ShockResult result = results.get(i);
            points.add(new ScenarioPoint(settings.shifts().get(i), result.value(), result.change()));
        }
        return points;
    }

    private List<ScenarioLadder> assetLadders(Revaluation book) {
        return Stream.concat(coins.stream(), dollars.stream())
                .map(asset -> new ScenarioLadder(asset, market.price(asset), ladder(book, List.of(asset))))
                .toList();
    }

    private List<ScenarioCell> grid(Revaluation book) {
        List<ScenarioCell> cells = new ArrayList<>();
        for (double volShift : settings.volShifts()) {
            List<Shock> shocks = Shocks.grid(coins, settings.shifts(), List.of(volShift));
            List<ShockResult> results = book.after(market, shocks);
            for (int i = 0; i < results.size(); i++) {
                cells.add(new ScenarioCell(
                        settings.shifts().get(i), volShift, results.get(i).change()));
            }
        }
        return cells;
    }

    private List<NamedShock> depegs(Revaluation book) {
        List<Shock> shocks = dollars.stream()
                .flatMap(dollar -> Shocks.depeg(dollar, DEPEGS).stream())
                .toList();
        return book.after(market, shocks).stream()
                .sorted(Comparator.comparingDouble(ShockResult::change))
                .map(result -> new NamedShock(result.shock().name(), result.change()))
                .toList();
    }

    private List<AssetRisk> risk(Map<String, OptionSurface> surfaces) {
        Map<String, List<Holding>> byCoin = valued.stream()
                .filter(this::hasCoin)
                .collect(Collectors.groupingBy(holding -> holding.coin().orElseThrow()));
        return coins.stream()
                .filter(coin -> byCoin.containsKey(coin)
                        || units(coin) != 0
                        || !options(coin).isEmpty())
                .flatMap(coin -> risk(coin, byCoin.getOrDefault(coin, List.of()), surfaces.get(coin)).stream())
                .toList();
    }

    private boolean hasCoin(Holding holding) {
        if (holding.coin().isEmpty()) {
            notInRisk.add(out(holding, "it is no pool of a coin and a dollar"));
        }
        return holding.coin().isPresent();
    }

    private Optional<AssetRisk> risk(String coin, List<Holding> holdings, OptionSurface surface) {
        if (surface == null) {
            String why = "no volatility of " + coin + " is known";
            holdings.forEach(holding -> notInRisk.add(out(holding, why)));
            List<OptionBookLeg> options = options(coin);
            if (!options.isEmpty()) {
                hedgesLeftOut.add(
                        new HedgeLeftOut(coin + " options", (double) options.size(), why + ": not in value at risk"));
            }
            return Optional.empty();
        }
        QuadraticBook parabolas = QuadraticBook.ofConstantProduct(0);
        List<PoolLeg> others = new ArrayList<>();
        for (Holding holding : holdings) {
            Optional<QuadraticBook> one = holding.quadratic();
            if (one.isPresent()) {
                parabolas = parabolas.plus(one.get().atPriceTimes(ownPrice(holding) / market.price(coin)));
            } else {
                others.add(leg(holding));
            }
        }
        parabolas = parabolas.plusHolding(units(coin), dollarsHeld());
        CoinRisk risk = new CoinRisk(coin, market, parabolas, others, options(coin));
        return Optional.of(risk.over(settings.horizonDays(), surface));
    }

    private List<OptionBookLeg> options(String coin) {
        return hedges.options().stream()
                .filter(option -> option.base().equals(coin))
                .toList();
    }

    /** Dollars a coin in the pool itself. */
    private double ownPrice(Holding holding) {
        double price = pools.get(holding.poolId()).price();
        return holding.coinIsToken0() ? price : 1 / price;
    }

    /** At what they are worth now. */
    private double dollarsHeld() {
        return hedges.units().stream()
                .filter(leg -> !isCoin(leg.asset()))
                .mapToDouble(leg -> leg.units() * market.price(leg.asset()))
                .sum();
    }

    private double units(String asset) {
        return hedges.units().stream()
                .filter(leg -> leg.asset().equals(asset))
                .mapToDouble(HoldingLeg::units)
                .sum();
    }

    private static PoolLeftOut out(Holding holding, String reason) {
        return new PoolLeftOut(holding.poolId(), holding.portfolio(), reason);
    }
}
