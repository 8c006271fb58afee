/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.StripTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Knows which strips are due: of every portfolio that holds something in pools of a coin, against every expiry of the coin's options,
 * when that long has passed or the forward has moved that far since the last one, or when what is held or wanted has changed.
 *
 * <p>All by event time. A strip takes a while to work out, so they wait in a queue, each once, and are worked out one by one with what is
 * known by then. Nothing in it is stored: after a restart every strip is worked out anew. Mutable and single-threaded.
 */
final class StripAdvisor {

    /**
     * As of when a strip was worked out.
     *
     * @param changes  how often what it rests on had changed by then
     */
    private record Advised(Instant time, double forward, int changes) {}

    /** A strip to be worked out. */
    private record Due(String portfolio, String chainKey) {}

    /** What a portfolio has in pools of a coin. */
    private record Stake(String portfolio, String coin) {}

    /**
     * How often something has changed.
     *
     * @param why  the last time
     */
    private record Change(int count, StripTrigger why) {

        static final Change NONE = new Change(0, StripTrigger.UNKNOWN);

        Change again(StripTrigger trigger) {
            return new Change(count + 1, trigger);
        }
    }

    private final Holdings holdings;
    private final HedgesHeld hedges;
    private final Assets assets;
    private final StripRules rules;
    private final DeskOutlet outlet;
    private final Map<String, OptionChain> chains = new TreeMap<>();
    private final Map<Due, Advised> advised = new HashMap<>();
    private final Map<Due, StripTrigger> due = new LinkedHashMap<>();
    /** Changes of what strips rest on besides quotes. */
    private final Map<Stake, Change> changes = new HashMap<>();
    /** Those that have since it was quiet last. */
    private final Set<Stake> changed = new LinkedHashSet<>();

    StripAdvisor(Holdings holdings, HedgesHeld hedges, Assets assets, StripRules rules, DeskOutlet outlet) {
        this.holdings = holdings;
        this.hedges = hedges;
        this.assets = assets;
        this.rules = rules;
        this.outlet = outlet;
    }

    /** What a portfolio holds in a pool was put, changed or removed. */
    void holdingChanged(Holding holding, Instant now) {
        holding.coin().ifPresent(coin -> {
            for (String portfolio : rules.concerned(holding.portfolio(), coin)) {
                if (coversNothing(portfolio, coin)) {
                    forEachChain(coin, (key, chain) -> withdraw(new Due(portfolio, key), now));
                } else {
                    touch(new Stake(portfolio, coin), StripTrigger.POSITIONS);
                }
            }
        });
    }

    /** @param rule  what a portfolio's policy says of options; null: nothing any more */
    void policyChanged(String portfolio, OptionRule rule, Instant now) {
        rules.put(portfolio, rule);
        withdrawUnasked(portfolio, now);
        for (Holding holding : holdings.of(portfolio)) {
            holding.coin().ifPresent(coin -> rules.concerned(holding.portfolio(), coin).stream()
                    .filter(level -> Holdings.isIn(portfolio, level))
                    .forEach(level -> touch(new Stake(level, coin), StripTrigger.POLICY)));
        }
    }

    /** What nobody wants any more of a portfolio and those below it. */
    private void withdrawUnasked(String portfolio, Instant now) {
        Set<Due> known = new TreeSet<>(Comparator.comparing(Due::portfolio).thenComparing(Due::chainKey));
        known.addAll(advised.keySet());
        known.addAll(due.keySet());
        known.removeIf(one -> !Holdings.isIn(portfolio, one.portfolio));
        for (Due one : known) {
            OptionSurface surface = chains.get(one.chainKey).getSurface();
            if (!rules.advises(one.portfolio, surface.getUnderlying())) {
                withdraw(one, now);
            }
        }
    }

    /** Options were bought, sold or settled in a portfolio's accounts. */
    void optionsHeldChanged(String portfolio) {
        for (String level : new PortfolioPath(portfolio).levels()) {
            for (Holding holding : holdings.of(level)) {
                holding.coin()
                        .filter(coin -> rules.advises(level, coin))
                        .ifPresent(coin -> touch(new Stake(level, coin), StripTrigger.HEDGES));
            }
        }
    }

    private void touch(Stake stake, StripTrigger why) {
        changes.merge(stake, Change.NONE.again(why), (before, once) -> before.again(why));
        changed.add(stake);
    }

    /** New quotes of an expiry. */
    void chain(String key, OptionChain chain) {
        chains.put(key, chain);
        for (String portfolio : portfolios(chain.getSurface().getUnderlying())) {
            look(new Due(portfolio, key), chain);
        }
    }

    /** An expiry is over. */
    void chainGone(String key, Instant now) {
        OptionChain chain = chains.remove(key);
        if (chain != null) {
            portfolios(chain.getSurface().getUnderlying()).forEach(portfolio -> withdraw(new Due(portfolio, key), now));
        }
    }

    /** Nothing has come for a while: what has changed since the last quotes is looked at without waiting for the next. */
    void quiet() {
        changed.forEach(stake -> forEachChain(stake.coin, (key, chain) -> look(new Due(stake.portfolio, key), chain)));
        changed.clear();
    }

    private void forEachChain(String coin, BiConsumer<String, OptionChain> action) {
        chains.forEach((key, chain) -> {
            if (chain.getSurface().getUnderlying().equals(coin)) {
                action.accept(key, chain);
            }
        });
    }

    /** Strips that wait, and holdings whose change was not looked at yet. */
    int waiting() {
        return due.size() + changed.size();
    }

    /** Works out the strip that has waited longest. */
    void serveOne() {
        if (due.isEmpty()) {
            return;
        }
        Due next = due.keySet().iterator().next();
        StripTrigger trigger = due.remove(next);
        OptionChain chain = chains.get(next.chainKey);
        OptionSurface surface = chain.getSurface();
        int seen = change(next.portfolio, surface.getUnderlying()).count;
        advised.put(next, new Advised(surface.getEventTime(), surface.getForward(), seen));
        String key = StripRecords.key(next.portfolio, next.chainKey);
        try {
            outlet.strip(key, work(next, chain).recommend(trigger));
        } catch (IllegalArgumentException | IllegalStateException why) {
            // One that cannot be worked out must not stop the others; what was said before is not true any more.
            outlet.stripGone(key, surface.getEventTime());
            outlet.failed(key, why);
        }
    }

    private StripWork work(Due next, OptionChain chain) {
        ExpiryHeld held = ExpiryHeld.of(hedges.of(next.portfolio), chain.getSurface(), assets);
        return new StripWork(next.portfolio, holdings.of(next.portfolio), held, chain, rules.of(next.portfolio));
    }

    private void look(Due one, OptionChain chain) {
        Advised last = advised.get(one);
        if (last == null) {
            enqueue(one, chain, StripTrigger.NEW);
            return;
        }
        Change change = change(one.portfolio, chain.getSurface().getUnderlying());
        if (change.count != last.changes) {
            enqueue(one, chain, change.why);
        } else if (hasMoved(one, last, chain.getSurface())) {
            enqueue(one, chain, StripTrigger.PRICE_MOVE);
        } else if (isOld(one, last, chain.getSurface())) {
            enqueue(one, chain, StripTrigger.INTERVAL);
        }
    }

    private Change change(String portfolio, String coin) {
        return changes.getOrDefault(new Stake(portfolio, coin), Change.NONE);
    }

    private boolean hasMoved(Due one, Advised last, OptionSurface now) {
        return now.getForward() != null
                && Math.abs(now.getForward() / last.forward - 1)
                        >= rules.of(one.portfolio).move();
    }

    private boolean isOld(Due one, Advised last, OptionSurface now) {
        Duration age = Duration.between(last.time, now.getEventTime());
        return age.compareTo(rules.of(one.portfolio).every()) >= 0;
    }

    private void enqueue(Due one, OptionChain chain, StripTrigger trigger) {
        if (ChainMarket.hasSmile(chain)) {
            due.putIfAbsent(one, trigger);
        }
    }

    private void withdraw(Due one, Instant now) {
        due.remove(one);
        advised.remove(one);
        outlet.stripGone(StripRecords.key(one.portfolio, one.chainKey), now);
    }

    private boolean coversNothing(String portfolio, String coin) {
        return holdings.of(portfolio).stream()
                .noneMatch(holding -> holding.coin().filter(coin::equals).isPresent());
    }

    private Set<String> portfolios(String coin) {
        Set<String> found = new TreeSet<>();
        holdings.all().stream()
                .filter(holding -> holding.coin().filter(coin::equals).isPresent())
                .forEach(holding -> found.addAll(rules.concerned(holding.portfolio(), coin)));
        return found;
    }
}
