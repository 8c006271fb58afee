/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.market;

import io.ballast.schema.MarketTick;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sends what an instrument says to where it is needed. Immutable. */
public final class MarketTicks {

    private final MarketNames names;

    public MarketTicks(MarketNames names) {
        this.names = names;
    }

    /**
     * The tick by the keys that it is needed under; none if the instrument belongs to no pair.
     *
     * @param tick  one that makes sense
     * @param price  its price, or the middle of its quote
     */
    public Map<String, MarketTick> byKey(PriceTick tick, double price) {
        Optional<MarketInstrument> instrument = names.of(tick.getInstrumentId());
        Map<String, MarketTick> byKey = new TreeMap<>();
        List<String> keys = instrument.map(names::keys).orElse(List.of());
        keys.forEach(key -> byKey.put(key, marketTick(tick, price, instrument.get())));
        return byKey;
    }

    private static MarketTick marketTick(PriceTick tick, double price, MarketInstrument instrument) {
        boolean quote = tick.getKind() == PriceTickKind.QUOTE;
        return MarketTick.newBuilder()
                .setPair(instrument.pair())
                .setInstrumentId(tick.getInstrumentId())
                .setQuoteAsset(instrument.parQuote())
                .setPrice(price)
                .setSpread(quote ? (tick.getAsk() - tick.getBid()) / price : null)
                .setEventTime(tick.getEventTime())
                .setSimulated(tick.getSimulated())
                .build();
    }
}
