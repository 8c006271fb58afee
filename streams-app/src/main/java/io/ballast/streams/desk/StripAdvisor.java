/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.StripTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Knows which strips are due: of every portfolio that holds something in pools of a coin, against every expiry of the coin's options,
 * when that long has passed or the forward has moved that far since the last one, or when what is held has changed.
 *
 * <p>All by event time. A strip takes a while to work out, so they wait in a queue, each once, and are worked out one by one with what is
 * known by then. Nothing in it is stored: after a restart every strip is worked out anew. Mutable and single-threaded.
 */
final class StripAdvisor {

    /**
     * As of when a strip was worked out.
     *
     * @param changes  how often what is held had changed by then
     */
    private record Advised(Instant time, double forward, int changes) {}

    /** A strip to be worked out. */
    private record Due(String portfolio, String chainKey) {}

    /** What a portfolio has in pools of a coin. */
    private record Stake(String portfolio, String coin) {}

    private final Holdings holdings;
    private final StripPolicy.Source policies;
    private final Set<String> chosen;
    private final DeskOutlet outlet;
    private final Map<String, OptionChain> chains = new TreeMap<>();
    private final Map<Due, Advised> advised = new HashMap<>();
    private final Map<Due, StripTrigger> due = new LinkedHashMap<>();
    /** How often what portfolios hold in pools of a coin has changed. */
    private final Map<Stake, Integer> changes = new HashMap<>();
    /** Those that have since it was quiet last. */
    private final Set<Stake> changed = new LinkedHashSet<>();

    /** @param chosen  portfolios that get strips; empty: each that holds something itself */
    StripAdvisor(Holdings holdings, StripPolicy.Source policies, Set<String> chosen, DeskOutlet outlet) {
        this.holdings = holdings;
        this.policies = policies;
        this.chosen = Set.copyOf(chosen);
        this.outlet = outlet;
    }

    /** What a portfolio holds in a pool was put, changed or removed. */
    void holdingChanged(Holding holding, Instant now) {
        holding.coin().ifPresent(coin -> {
            for (String portfolio : concerned(holding.portfolio())) {
                if (coversNothing(portfolio, coin)) {
                    chains.forEach((key, chain) -> withdraw(new Due(portfolio, key), chain, coin, now));
                } else {
                    Stake stake = new Stake(portfolio, coin);
                    changes.merge(stake, 1, Integer::sum);
                    changed.add(stake);
                }
            }
        });
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
        if (chain == null) {
            return;
        }
        String coin = chain.getSurface().getUnderlying();
        portfolios(coin).forEach(portfolio -> withdraw(new Due(portfolio, key), chain, coin, now));
    }

    /** Nothing has come for a while: what has changed since the last quotes is looked at without waiting for the next. */
    void quiet() {
        changed.forEach(stake -> chains.forEach((key, chain) -> {
            if (chain.getSurface().getUnderlying().equals(stake.coin)) {
                look(new Due(stake.portfolio, key), chain);
            }
        }));
        changed.clear();
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
        int seen = changes(next.portfolio, surface.getUnderlying());
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
        return new StripWork(next.portfolio, holdings.of(next.portfolio), chain, policies.of(next.portfolio));
    }

    private void look(Due one, OptionChain chain) {
        Advised last = advised.get(one);
        if (last == null) {
            enqueue(one, chain, StripTrigger.NEW);
        } else if (changes(one.portfolio, chain.getSurface().getUnderlying()) != last.changes) {
            enqueue(one, chain, StripTrigger.POSITIONS);
        } else if (hasMoved(one, last, chain.getSurface())) {
            enqueue(one, chain, StripTrigger.PRICE_MOVE);
        } else if (isOld(one, last, chain.getSurface())) {
            enqueue(one, chain, StripTrigger.INTERVAL);
        }
    }

    private int changes(String portfolio, String coin) {
        return changes.getOrDefault(new Stake(portfolio, coin), 0);
    }

    private boolean hasMoved(Due one, Advised last, OptionSurface now) {
        return now.getForward() != null
                && Math.abs(now.getForward() / last.forward - 1)
                        >= policies.of(one.portfolio).move();
    }

    private boolean isOld(Due one, Advised last, OptionSurface now) {
        Duration age = Duration.between(last.time, now.getEventTime());
        return age.compareTo(policies.of(one.portfolio).every()) >= 0;
    }

    private void enqueue(Due one, OptionChain chain, StripTrigger trigger) {
        if (ChainMarket.hasSmile(chain)) {
            due.putIfAbsent(one, trigger);
        }
    }

    private void withdraw(Due one, OptionChain chain, String coin, Instant now) {
        if (chain.getSurface().getUnderlying().equals(coin)) {
            due.remove(one);
            advised.remove(one);
            outlet.stripGone(StripRecords.key(one.portfolio, one.chainKey), now);
        }
    }

    private boolean coversNothing(String portfolio, String coin) {
        return holdings.of(portfolio).stream()
                .noneMatch(holding -> holding.coin().filter(coin::equals).isPresent());
    }

    /** Portfolios with strips that a holding of a path is part of. */
    private List<String> concerned(String path) {
        if (chosen.isEmpty()) {
            List<String> levels = new ArrayList<>(new PortfolioPath(path).levels());
            levels.removeIf(level -> !level.equals(path) && !holdings.holdsItself(level));
            return levels;
        }
        return chosen.stream()
                .filter(portfolio -> Holdings.isIn(portfolio, path))
                .sorted()
                .toList();
    }

    private Set<String> portfolios(String coin) {
        Set<String> found = new TreeSet<>();
        holdings.all().stream()
                .filter(holding -> holding.coin().filter(coin::equals).isPresent())
                .forEach(holding -> found.addAll(concerned(holding.portfolio())));
        return found;
    }
}
