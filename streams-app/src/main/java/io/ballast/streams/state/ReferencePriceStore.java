/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.market.Regime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Some recent reference prices of each instrument. Key: instrument id, 0x00, event time in microseconds. */
public final class ReferencePriceStore {

    /** Is told of one stored price. */
    public interface Visitor {
        void visit(String instrumentId, Instant time, StoredPrice price);
    }

    /**
     * A price as it is stored.
     *
     * @param usd  USD per unit
     * @param observedMs  of a merged price: when the newest source that it rests on was seen; null: at the price's own time
     * @param sources  known sources of the pair
     * @param uncertain  something is known against it
     * @param depegged  the asset is taken at par and has lost it
     * @param regime  how unquiet the pair's market is
     * @param volatility  annual, of a merged price; null: not known
     * @param spread  ask less bid as a fraction of the price; null: not known
     */
    public record StoredPrice(
            double usd,
            boolean simulated,
            Long observedMs,
            int sources,
            boolean uncertain,
            boolean depegged,
            Regime regime,
            Double volatility,
            Double spread) {}

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<ReferencePriceRow> rows = new SingleObject<>(ReferencePriceRow.getClassSchema());

    public ReferencePriceStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public void put(String instrumentId, Instant time, StoredPrice price) {
        ReferencePriceRow row = new ReferencePriceRow(
                price.usd,
                price.simulated,
                price.observedMs,
                price.sources,
                price.uncertain,
                price.depegged,
                price.regime.name(),
                price.volatility,
                price.spread);
        store.put(StoreKeys.key(instrumentId, micros(time)), rows.encode(row));
    }

    public void delete(String instrumentId, Instant time) {
        store.delete(StoreKeys.key(instrumentId, micros(time)));
    }

    /** Every stored price. */
    public void each(Visitor visitor) {
        Prefixed.each(store, (key, stored) -> {
            ReferencePriceRow row = rows.decode(stored);
            Instant time = Instant.EPOCH.plus(StoreKeys.number(key), ChronoUnit.MICROS);
            StoredPrice price = new StoredPrice(
                    row.getPrice(),
                    row.getSimulated(),
                    row.getObservedMs(),
                    row.getSources(),
                    row.getUncertain(),
                    row.getDepegged(),
                    Regime.valueOf(row.getRegime()),
                    row.getVolatility(),
                    row.getSpread());
            visitor.visit(StoreKeys.id(key), time, price);
        });
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
