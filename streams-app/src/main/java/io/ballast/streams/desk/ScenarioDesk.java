/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.streams.option.SurfaceBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Works out the scenarios of every level of a task's portfolios once in a while of event time, and when nothing more comes. Nothing in
 * it is stored. Mutable and single-threaded.
 */
final class ScenarioDesk {

    /** Options that expire sooner say little of the days to come. */
    private static final Duration SHORTEST = Duration.ofDays(7);

    private final Holdings holdings;
    private final HedgesHeld hedges;
    private final Assets assets;
    private final ScenarioSettings settings;
    private final DeskOutlet outlet;
    private final Map<String, PoolPrice> prices = new HashMap<>();
    private final PriceHistory history = new PriceHistory();
    private final SurfaceBoard surfaces = new SurfaceBoard();
    private final Set<String> due = new LinkedHashSet<>();
    private Instant now = Instant.EPOCH;
    private long interval = Long.MIN_VALUE;
    private boolean changed;
    private boolean live;

    ScenarioDesk(Holdings holdings, HedgesHeld hedges, Assets assets, ScenarioSettings settings, DeskOutlet outlet) {
        this.holdings = holdings;
        this.hedges = hedges;
        this.assets = assets;
        this.settings = settings;
        this.outlet = outlet;
    }

    /** Everything that was kept has been read: what comes is new, and prices of the past are kept from now on. */
    void live() {
        live = true;
    }

    /** Time of the newest that was taken in. */
    Instant now() {
        return now;
    }

    void holdingChanged(Holding holding) {
        withdrawEmpty(holding.portfolio(), holding.time());
        at(holding.time());
    }

    /** The hedge accounts of a portfolio were put or emptied. */
    void hedgesChanged(String portfolio, Instant time) {
        withdrawEmpty(portfolio, time);
        at(time);
    }

    private void withdrawEmpty(String portfolio, Instant time) {
        for (String level : new PortfolioPath(portfolio).levels()) {
            if (holdings.of(level).isEmpty() && hedges.of(level).isEmpty()) {
                due.remove(level);
                outlet.scenariosGone(level, time);
            }
        }
    }

    void price(String poolId, PoolPrice price) {
        at(price.time());
        prices.put(poolId, price);
    }

    void chain(String key, OptionChain chain) {
        at(chain.getSurface().getEventTime());
        surfaces.put(key, chain.getSurface());
    }

    /** What was kept of past prices. */
    void history(long step, Map<String, Double> past) {
        history.put(step, past);
    }

    void chainGone(String key) {
        surfaces.remove(key);
    }

    /** Nothing has come for a while. */
    void quiet() {
        if (changed) {
            enqueueAll();
        }
    }

    /** Portfolios that wait; one more if something has come since all were put in the queue. */
    int waiting() {
        return due.size() + (changed ? 1 : 0);
    }

    /** Works out the scenarios of the portfolio that has waited longest. */
    void serveOne() {
        Iterator<String> waiting = due.iterator();
        if (waiting.hasNext()) {
            String portfolio = waiting.next();
            waiting.remove();
            try {
                outlet.scenarios(portfolio, scenarios(portfolio));
            } catch (IllegalArgumentException | IllegalStateException why) {
                outlet.scenariosGone(portfolio, now);
                outlet.failed(portfolio, why);
            }
        }
    }

    /** What is about to be taken in may be of a later step than what came so far. */
    private void at(Instant time) {
        keepPrices(time);
        now = time.isAfter(now) ? time : now;
        changed = true;
        long here = Math.floorDiv(now.toEpochMilli(), settings.every().toMillis());
        if (interval == Long.MIN_VALUE) {
            interval = here;
        } else if (here > interval) {
            interval = here;
            enqueueAll();
        }
    }

    private void keepPrices(Instant next) {
        long step = PriceHistory.step(now);
        if (!live || now.equals(Instant.EPOCH) || PriceHistory.step(next) <= step) {
            return;
        }
        Map<String, Double> known = HedgeLegs.of(List.of(), assets, surfaces, AssetMarket.of(holdings.all(), prices))
                .market()
                .prices();
        history.put(step, known);
        outlet.pastPrices(step, PriceHistory.encoded(known));
        history.dropOld().forEach(outlet::pastPricesGone);
    }

    private void enqueueAll() {
        Set<String> levels = new TreeSet<>();
        holdings.all().forEach(holding -> levels.addAll(new PortfolioPath(holding.portfolio()).levels()));
        hedges.portfolios().forEach(portfolio -> levels.addAll(new PortfolioPath(portfolio).levels()));
        due.addAll(levels);
        changed = false;
    }

    private PortfolioScenarios scenarios(String portfolio) {
        List<Holding> held = holdings.of(portfolio);
        List<PortfolioHedges> hedged = hedges.of(portfolio);
        HedgeLegs legs = HedgeLegs.of(hedged, assets, surfaces, AssetMarket.of(held, prices));
        ScenarioWork work = new ScenarioWork(held, legs, prices, settings);
        boolean simulated = held.stream().anyMatch(holding -> holding.simulated() || isSimulated(holding.poolId()))
                || hedged.stream().anyMatch(PortfolioHedges::simulated);
        return work.scenarios(portfolio, byCoin(), history, now, simulated);
    }

    private boolean isSimulated(String poolId) {
        PoolPrice price = prices.get(poolId);
        return price != null && price.simulated();
    }

    /** Of each coin the nearest expiry that is far enough away and has a volatility. */
    private Map<String, OptionSurface> byCoin() {
        Map<String, OptionSurface> nearest = new HashMap<>();
        surfaces.all().stream()
                .filter(surface -> surface.getAtmVolatility() != null)
                .filter(surface ->
                        !surface.getExpiry().isBefore(surface.getEventTime().plus(SHORTEST)))
                .sorted(Comparator.comparing(OptionSurface::getExpiry))
                .forEach(surface -> nearest.putIfAbsent(surface.getUnderlying(), surface));
        return nearest;
    }
}
