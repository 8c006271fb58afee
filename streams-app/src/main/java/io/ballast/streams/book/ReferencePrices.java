/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.market.Regime;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolToken;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.state.ReferencePriceStore;
import io.ballast.streams.state.ReferencePriceStore.StoredPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * USD prices of the recent past, so that a late record is priced as of its own time. Memory over a store. Mutable and
 * single-threaded.
 */
final class ReferencePrices {

    /** Price source of a token that is taken at one dollar. */
    static final String PAR_SOURCE = "par:USD";

    private final ReferencePriceStore store;
    private final PriceSources sources;
    private final int keptPerInstrument;
    private final Duration staleAfter;
    private final Map<String, NavigableMap<Instant, StoredPrice>> byInstrument = new HashMap<>();
    /** What settings make of the few names that tokens have, looked up once. */
    private final Map<String, Optional<String>> mergedIds = new HashMap<>();

    private final Map<String, Optional<String>> parIds = new HashMap<>();

    ReferencePrices(ReferencePriceStore store, PriceSources sources, int keptPerInstrument, Duration staleAfter) {
        this.store = store;
        this.sources = sources;
        this.keptPerInstrument = keptPerInstrument;
        this.staleAfter = staleAfter;
        store.each((instrument, time, price) -> history(instrument).put(time, price));
    }

    void add(ReferencePrice price) {
        String instrument = price.getInstrumentId();
        NavigableMap<Instant, StoredPrice> history = history(instrument);
        StoredPrice stored = new StoredPrice(
                price.getPrice(),
                price.getSimulated(),
                price.getObservedTime() == null ? null : price.getObservedTime().toEpochMilli(),
                price.getSources(),
                !price.getFlags().isEmpty(),
                price.getDepegged(),
                Regime.valueOf(price.getRegime().name()),
                price.getVolatility(),
                price.getSpread());
        history.put(price.getEventTime(), stored);
        store.put(instrument, price.getEventTime(), stored);
        while (history.size() > keptPerInstrument) {
            store.delete(instrument, history.pollFirstEntry().getKey());
        }
    }

    /**
     * USD per token1 of a pool: by token1's own source, or else by token0's and the pool's price.
     *
     * @param token1PerToken0  the pool's price; null: not known
     */
    Optional<UsdPrice> perToken1(PoolDefinition pool, Double token1PerToken0, Instant at) {
        Optional<UsdPrice> direct = of(pool.getTokens().get(1), at);
        if (direct.isPresent() || token1PerToken0 == null || !(token1PerToken0 > 0)) {
            return direct;
        }
        return of(pool.getTokens().get(0), at).map(usd -> usd.dividedBy(token1PerToken0));
    }

    /**
     * The market's price of token0 in token1, from both tokens' own sources; one of them may be taken at par. Empty if either
     * was not observed or is stale: a price of the pool itself, or of another time, is no market price.
     */
    Optional<Double> token1PerToken0(PoolDefinition pool, Instant at) {
        return cross(pool, at).map(CrossRate::price);
    }

    /** The same, with when both were observed. */
    Optional<CrossRate> cross(PoolDefinition pool, Instant at) {
        Optional<UsdPrice> usd0 = of(pool.getTokens().get(0), at).filter(price -> !price.stale());
        Optional<UsdPrice> usd1 = of(pool.getTokens().get(1), at).filter(price -> !price.stale());
        if (usd0.isEmpty() || usd1.isEmpty() || usd0.get().atPar() && usd1.get().atPar()) {
            return Optional.empty();
        }
        return Optional.of(CrossRate.of(usd0.get(), usd1.get()));
    }

    /** The more unquiet of the regimes of both tokens' markets. */
    Regime regime(PoolDefinition pool, Instant at) {
        Regime regime = Regime.UNKNOWN;
        for (PoolToken token : pool.getTokens()) {
            Map.Entry<Instant, StoredPrice> merged =
                    sources.market(token).map(id -> newest(id, at)).orElse(null);
            Regime own = merged == null ? Regime.UNKNOWN : merged.getValue().regime();
            regime = own.compareTo(regime) > 0 ? own : regime;
        }
        return regime;
    }

    /** What the markets of both tokens say of how the pool's price moves and what trading costs. */
    MarketMoves moves(PoolDefinition pool, Instant at) {
        return moves(pool.getTokens().get(0), at).against(moves(pool.getTokens().get(1), at));
    }

    /** A token that is taken at par moves if its market is known to move. */
    private MarketMoves moves(PoolToken token, Instant at) {
        MarketMoves otherwise = PAR_SOURCE.equals(token.getPriceSource()) ? MarketMoves.PAR : MarketMoves.UNKNOWN;
        return sources.market(token)
                .map(id -> newest(id, at))
                .filter(entry -> !price(entry, at).stale())
                .map(entry -> moves(entry.getValue()))
                .orElse(otherwise);
    }

    private static MarketMoves moves(StoredPrice merged) {
        Double halfSpread = merged.spread() == null ? null : (Double) (merged.spread() / 2);
        return new MarketMoves(merged.volatility(), false, halfSpread);
    }

    /** Ids of all prices that say what the market thinks of a pool. */
    Set<String> concerning(PoolDefinition pool) {
        Set<String> ids = new HashSet<>();
        for (PoolToken token : pool.getTokens()) {
            Optional.ofNullable(token.getPriceSource()).ifPresent(ids::add);
            sources.market(token).ifPresent(ids::add);
        }
        return ids;
    }

    private Optional<UsdPrice> of(PoolToken token, Instant at) {
        String source = token.getPriceSource();
        if (source == null) {
            return Optional.empty();
        } else if (source.equals(PAR_SOURCE)) {
            return Optional.of(par(token, at));
        }
        Map.Entry<Instant, StoredPrice> own = newest(source, at);
        Map.Entry<Instant, StoredPrice> merged =
                merged(source).map(id -> newest(id, at)).orElse(null);
        boolean preferred = merged != null
                && merged.getValue().sources() > 1
                && (own == null || !sources.isBehind(merged.getKey(), own.getKey()));
        return Optional.ofNullable(preferred ? merged : own).map(entry -> price(entry, at));
    }

    private Optional<String> merged(String source) {
        return mergedIds.computeIfAbsent(source, sources::merged);
    }

    /** One dollar, unless the token's own market says that it has lost it. */
    private UsdPrice par(PoolToken token, Instant at) {
        return parIds.computeIfAbsent(String.valueOf(token.getSymbol()), sources::ofParAsset)
                .map(id -> newest(id, at))
                .filter(entry -> entry.getValue().depegged())
                .map(entry -> price(entry, at))
                .orElse(UsdPrice.PAR);
    }

    private Map.Entry<Instant, StoredPrice> newest(String instrument, Instant at) {
        NavigableMap<Instant, StoredPrice> history = byInstrument.get(instrument);
        return history == null ? null : history.floorEntry(at);
    }

    private UsdPrice price(Map.Entry<Instant, StoredPrice> entry, Instant at) {
        StoredPrice price = entry.getValue();
        Instant time = price.observedMs() == null ? entry.getKey() : Instant.ofEpochMilli(price.observedMs());
        boolean stale = Duration.between(time, at).compareTo(staleAfter) > 0;
        return new UsdPrice(price.usd(), time, stale, price.uncertain(), price.depegged(), false, price.simulated());
    }

    private NavigableMap<Instant, StoredPrice> history(String instrument) {
        return byInstrument.computeIfAbsent(instrument, absent -> new TreeMap<>());
    }
}
