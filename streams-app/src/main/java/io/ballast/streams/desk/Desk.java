/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.schema.OptionChain;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioPart;
import java.util.List;
import java.util.Map;

/** All that is worked out for the desks of a task, record by record. Mutable and single-threaded. */
final class Desk {

    private final Assets assets;
    private final Holdings holdings = new Holdings();
    private final HedgesHeld hedges = new HedgesHeld();
    private final StripAdvisor strips;
    private final ScenarioDesk scenarios;
    private boolean quiet = true;

    Desk(AdviceSettings settings, DeskOutlet outlet) {
        assets = settings.assets();
        StripRules rules = new StripRules(settings.standard(), settings.advised(), holdings);
        strips = new StripAdvisor(holdings, hedges, assets, rules, outlet);
        scenarios = new ScenarioDesk(holdings, hedges, assets, settings.scenarios(), outlet);
    }

    /**
     * @param record  null: the portfolio has left the pool
     * @throws IllegalArgumentException if it makes no sense
     */
    void curve(String key, PortfolioCurve record) {
        quiet = false;
        Holding now = record == null ? null : Holding.of(record, assets);
        Holding before = now == null ? holdings.remove(key) : holdings.put(key, now);
        Holding changed = now == null ? before : now;
        if (changed != null) {
            scenarios.holdingChanged(changed);
            strips.holdingChanged(changed, scenarios.now());
        }
    }

    /** @param chain  null: the expiry is over */
    void chain(String key, OptionChain chain) {
        quiet = false;
        if (chain == null) {
            scenarios.chainGone(key);
            strips.chainGone(key, scenarios.now());
        } else {
            scenarios.chain(key, chain);
            strips.chain(key, chain);
        }
    }

    /** @param rule  what a portfolio's policy says of options; null: nothing any more */
    void policy(String portfolio, OptionRule rule) {
        quiet = false;
        strips.policyChanged(portfolio, rule, scenarios.now());
    }

    /** The hedge accounts of a portfolio are now so. */
    void hedges(String portfolio, PortfolioHedges held) {
        quiet = false;
        PortfolioHedges before = hedges.put(portfolio, held);
        scenarios.hedgesChanged(portfolio, held.time());
        if (!held.options().equals(before == null ? List.of() : before.options())) {
            strips.optionsHeldChanged(portfolio);
        }
    }

    void price(String poolId, PoolPrice price) {
        quiet = false;
        scenarios.price(poolId, price);
    }

    /** Prices of the past that were kept. */
    void history(long step, Map<String, Double> prices) {
        scenarios.history(step, prices);
    }

    /** Everything that was kept has been read. */
    void live() {
        scenarios.live();
    }

    /** What a portfolio's part says of the pool; null: it has no price. */
    static PoolPrice price(PortfolioPart part) {
        return part.getPrice() == null
                ? null
                : new PoolPrice(part.getPrice(), part.getUsdPerToken1(), part.getEventTime(), part.getSimulated());
    }

    /** Called once in a while of wall-clock time: if nothing came since, there is no reason to wait any longer. */
    void tidy() {
        if (quiet) {
            scenarios.quiet();
            strips.quiet();
        }
        quiet = true;
    }

    /** Strips and scenarios that wait to be worked out, or to be found due. */
    int waiting() {
        return strips.waiting() + scenarios.waiting();
    }

    /** Works out one strip and one portfolio's scenarios of those that are due. */
    void serve() {
        strips.serveOne();
        scenarios.serveOne();
    }
}
