/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.market.Candidates.Candidate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sources of one pair, merged: the weighted median of those that are fresh and no outliers.
 *
 * <p>A repeat of what a source said, or something older, changes nothing. Fresh is who said something not long ago. How long
 * ago is measured against the newest of the sources; a single one whose clock is ahead of the greater part of at least three
 * others is left out, so that it cannot make them look old.
 *
 * <p>Mutable and single-threaded.
 */
public final class PairMarket {

    private final MergeRules rules;
    private final OutlierFilter filter;
    private final Map<String, SourceState> sources = new TreeMap<>();
    private long clockMs;
    private PairState.LastPrice last;
    private Long disputeSinceMs;

    public PairMarket(MergeRules rules) {
        this(rules, PairState.EMPTY);
    }

    /** Takes up where another was. */
    public PairMarket(MergeRules rules, PairState state) {
        this.rules = rules;
        filter = new OutlierFilter(rules);
        sources.putAll(state.sources());
        clockMs = state.clockMs();
        last = state.last();
        disputeSinceMs = state.disputeSinceMs();
    }

    /** What has to be remembered. */
    public PairState state() {
        return new PairState(clockMs, sources, last, disputeSinceMs);
    }

    /**
     * Takes in what a source says.
     *
     * @param volatility  of the pair: standard deviation of the log price in a millisecond, times the root of time; 0: not known
     * @return the price now; nothing if the source has said that before, or something newer
     */
    public Optional<MergedPrice> take(String source, Observation seen, double volatility) {
        SourceState before = sources.get(source);
        if (before != null && saysNothingNew(seen, before.seen())) {
            return Optional.empty();
        }
        clockMs = Math.max(clockMs, seen.timeMs());
        sources.put(source, new SourceState(seen, clockMs));
        sources.values().removeIf(state -> clockMs - state.arrivedMs() > rules.forgetAfterMs());
        return Optional.of(merge(volatility));
    }

    /** A repeat, or something older; but a source whose clock was ahead may put it right. */
    private boolean saysNothingNew(Observation seen, Observation before) {
        boolean older = seen.timeMs() < before.timeMs() && before.timeMs() <= latestBelievable();
        return older || seen.equals(before);
    }

    private MergedPrice merge(double volatility) {
        long latestMs = latestBelievable();
        long nowMs = sources.entrySet().stream()
                .filter(source -> isHeard(source.getKey(), source.getValue()))
                .mapToLong(source -> source.getValue().seen().timeMs())
                .filter(time -> time <= latestMs)
                .max()
                .orElseThrow();
        Map<String, Standing> standings = new HashMap<>();
        List<Candidate> fresh = new ArrayList<>();
        sources.forEach((id, state) -> {
            Standing standing = standing(id, state, latestMs, nowMs);
            standings.put(id, standing);
            if (standing == Standing.USED) {
                fresh.add(new Candidate(id, state.seen(), rules.of(id).weight()));
            }
        });
        Believed believed = filter.of(new Candidates(fresh), sources.size(), state(), nowMs, volatility);
        fresh.stream()
                .filter(one -> !believed.used().contains(one.source()))
                .forEach(one -> standings.put(one.source(), Standing.REJECTED));
        disputeSinceMs = believed.disputeSinceMs();
        return price(believed, standings, nowMs);
    }

    /** The newest time that can be true: others who said something lately are not much behind it. */
    private long latestBelievable() {
        List<Long> times = new ArrayList<>();
        long mostStale = 0;
        for (Map.Entry<String, SourceState> source : sources.entrySet()) {
            if (isHeard(source.getKey(), source.getValue())) {
                times.add(source.getValue().seen().timeMs());
                mostStale = Math.max(mostStale, rules.of(source.getKey()).staleAfterMs());
            }
        }
        times.sort(null);
        return times.get(times.size() / 2) + mostStale;
    }

    private Standing standing(String source, SourceState state, long latestMs, long nowMs) {
        if (state.seen().timeMs() > latestMs) {
            return Standing.AHEAD;
        }
        boolean old = nowMs - state.seen().timeMs() > rules.of(source).staleAfterMs();
        return old || !isHeard(source, state) ? Standing.STALE : Standing.USED;
    }

    /** It said something lately, whatever time its own clock shows. */
    private boolean isHeard(String source, SourceState state) {
        return clockMs - state.arrivedMs() <= rules.of(source).staleAfterMs();
    }

    private MergedPrice price(Believed believed, Map<String, Standing> standings, long nowMs) {
        Candidates used = believed.used();
        Set<PriceDoubt> doubts = EnumSet.noneOf(PriceDoubt.class);
        if (believed.disputed()) {
            doubts.add(PriceDoubt.DISPUTED);
        }
        if (used.count() == 1 && sources.size() > 1) {
            doubts.add(PriceDoubt.LONE_SOURCE);
        }
        if (used.count() == 0) {
            doubts.add(PriceDoubt.HELD);
            return new MergedPrice(
                    last.price(),
                    nowMs,
                    last.observedMs(),
                    last.oldestMs(),
                    null,
                    0,
                    0,
                    doubts,
                    views(standings, last.price()),
                    last.simulated());
        }
        last = new PairState.LastPrice(
                used.median(), used.newestMs(), used.oldestMs(), used.spread(), confidence(used), used.simulated());
        return new MergedPrice(
                last.price(),
                nowMs,
                last.observedMs(),
                last.oldestMs(),
                last.spread(),
                used.dispersion(),
                last.confidence(),
                doubts,
                views(standings, last.price()),
                last.simulated());
    }

    private double confidence(Candidates used) {
        double known = sources.keySet().stream()
                .mapToDouble(id -> rules.of(id).weight())
                .sum();
        double agreement = Math.min(1, rules.noise() / Math.max(rules.noise(), used.dispersion()));
        return used.weight() / known * agreement * (used.count() == 1 ? 0.5 : 1);
    }

    private List<SourceView> views(Map<String, Standing> standings, double price) {
        List<SourceView> views = new ArrayList<>();
        sources.forEach((id, state) -> views.add(new SourceView(
                id,
                state.seen(),
                rules.of(id).weight(),
                standings.get(id),
                state.seen().price() / price - 1)));
        return views;
    }
}
