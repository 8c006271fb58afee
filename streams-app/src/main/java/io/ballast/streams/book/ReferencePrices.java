/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.schema.PoolDefinition;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.state.ReferencePriceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * USD prices of the recent past, so that a late record is priced as of its own time. Memory over a store. Mutable and
 * single-threaded.
 */
final class ReferencePrices {

    /** Price source of a token that is taken at one dollar. */
    static final String PAR_SOURCE = "par:USD";

    private record Observed(double usd, boolean simulated) {}

    private final ReferencePriceStore store;
    private final int keptPerInstrument;
    private final Duration staleAfter;
    private final Map<String, NavigableMap<Instant, Observed>> byInstrument = new HashMap<>();

    ReferencePrices(ReferencePriceStore store, int keptPerInstrument, Duration staleAfter) {
        this.store = store;
        this.keptPerInstrument = keptPerInstrument;
        this.staleAfter = staleAfter;
        store.each((instrument, time, usd, simulated) -> history(instrument).put(time, new Observed(usd, simulated)));
    }

    void add(ReferencePrice price) {
        String instrument = price.getInstrumentId();
        NavigableMap<Instant, Observed> history = history(instrument);
        history.put(price.getEventTime(), new Observed(price.getPrice(), price.getSimulated()));
        store.put(instrument, price.getEventTime(), price.getPrice(), price.getSimulated());
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
        Optional<UsdPrice> direct = of(pool.getTokens().get(1).getPriceSource(), at);
        if (direct.isPresent() || token1PerToken0 == null || !(token1PerToken0 > 0)) {
            return direct;
        }
        return of(pool.getTokens().get(0).getPriceSource(), at).map(usd -> usd.dividedBy(token1PerToken0));
    }

    /**
     * The market's price of token0 in token1, from both tokens' own sources; one of them may be taken at par. Empty if either
     * was not observed or is stale: a price of the pool itself, or of another time, is no market price.
     */
    Optional<Double> token1PerToken0(PoolDefinition pool, Instant at) {
        Optional<UsdPrice> usd0 =
                of(pool.getTokens().get(0).getPriceSource(), at).filter(price -> !price.stale());
        Optional<UsdPrice> usd1 =
                of(pool.getTokens().get(1).getPriceSource(), at).filter(price -> !price.stale());
        if (usd0.isEmpty() || usd1.isEmpty() || usd0.get().atPar() && usd1.get().atPar()) {
            return Optional.empty();
        }
        return Optional.of(usd0.get().usd() / usd1.get().usd());
    }

    private Optional<UsdPrice> of(String source, Instant at) {
        if (source == null) {
            return Optional.empty();
        } else if (source.equals(PAR_SOURCE)) {
            return Optional.of(UsdPrice.PAR);
        }
        NavigableMap<Instant, Observed> history = byInstrument.get(source);
        Map.Entry<Instant, Observed> newest = history == null ? null : history.floorEntry(at);
        return Optional.ofNullable(newest).map(entry -> price(entry.getKey(), entry.getValue(), at));
    }

    private UsdPrice price(Instant time, Observed observed, Instant at) {
        boolean stale = Duration.between(time, at).compareTo(staleAfter) > 0;
        return new UsdPrice(observed.usd, time, stale, observed.simulated);
    }

    private NavigableMap<Instant, Observed> history(String instrument) {
        return byInstrument.computeIfAbsent(instrument, absent -> new TreeMap<>());
    }
}
