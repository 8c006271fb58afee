/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.market;

import io.ballast.risk.market.CrossedPrice;
import io.ballast.risk.market.Market;
import io.ballast.risk.market.MarketFigures;
import io.ballast.risk.market.MarketState;
import io.ballast.risk.market.Observation;
import io.ballast.risk.market.PairState;
import io.ballast.schema.MarketTick;
import io.ballast.streams.state.MarketStore;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The markets of one task: those of the pairs that lie in its partition, what their crosses need of others, and all assets at
 * par. Mutable and single-threaded.
 */
final class Markets {

    private static final String LEG = "<";
    private static final String CROSS_SOURCE = "cross:";

    private final MarketSettings settings;
    private final MarketStore store;
    private final Map<String, Market> live = new HashMap<>();
    private final Set<String> unwritten = new LinkedHashSet<>();

    Markets(MarketSettings settings, MarketStore store) {
        this.settings = settings;
        this.store = store;
        store.each((name, state) -> live.put(name, new Market(settings.rules(), state)));
    }

    /**
     * Takes in what a source says.
     *
     * @param key  the pair that it is needed for
     * @return what there is to publish of that pair
     */
    Optional<MarketFigures> take(String key, MarketTick tick) {
        Observation seen = observation(tick);
        MarketInstrument of = new MarketInstrument(tick.getPair(), tick.getQuoteAsset());
        if (key.startsWith(MarketNames.PAR)) {
            market(key, true).take(tick.getInstrumentId(), seen);
            return Optional.empty();
        } else if (key.equals(tick.getPair())) {
            return publishable(key, settings.names().tellsPar(of), tick.getInstrumentId(), seen);
        }
        return cross(key, of, tick.getInstrumentId(), seen);
    }

    private Optional<MarketFigures> cross(String key, MarketInstrument leg, String source, Observation seen) {
        MarketInstrument cross = new MarketInstrument(key, null);
        market(legName(key, leg.base()), false).take(source, seen);
        Optional<PairState.LastPrice> base = last(legName(key, cross.base()));
        Optional<PairState.LastPrice> quote = last(legName(key, cross.quote()));
        if (base.isEmpty() || quote.isEmpty()) {
            return Optional.empty();
        }
        String legs = inUsd(cross.base()) + "/" + inUsd(cross.quote());
        return publishable(
                key,
                false,
                CROSS_SOURCE + legs,
                CrossedPrice.of(base.get(), quote.get()).observation());
    }

    private Optional<MarketFigures> publishable(String name, boolean takenAtPar, String source, Observation seen) {
        Market market = market(name, takenAtPar);
        return market.take(source, seen).filter(market::isDue);
    }

    /** In the pair's quote: a price in an asset at par is what it says unless that has lost it. */
    private Observation observation(MarketTick tick) {
        Observation said = new Observation(
                tick.getPrice(), tick.getSpread(), tick.getEventTime().toEpochMilli(), tick.getSimulated());
        Market quote = tick.getQuoteAsset() == null ? null : live.get(MarketNames.PAR + tick.getQuoteAsset());
        return quote == null || !quote.depegged()
                ? said
                : said.times(quote.last().orElseThrow().price());
    }

    private Optional<PairState.LastPrice> last(String name) {
        return Optional.ofNullable(live.get(name)).flatMap(Market::last);
    }

    private Market market(String name, boolean takenAtPar) {
        unwritten.add(name);
        return live.computeIfAbsent(name, absent -> new Market(settings.rules(), MarketState.empty(takenAtPar)));
    }

    private static String legName(String key, String asset) {
        return key + LEG + inUsd(asset);
    }

    private static String inUsd(String asset) {
        return asset + "-" + MarketNames.USD;
    }

    /** Stores what has changed. */
    void write() {
        unwritten.forEach(name -> store.put(name, live.get(name).state()));
        unwritten.clear();
    }
}
