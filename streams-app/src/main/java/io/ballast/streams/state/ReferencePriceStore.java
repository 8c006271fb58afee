/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Some recent reference prices of each instrument. Key: instrument id, 0x00, event time in microseconds. */
public final class ReferencePriceStore {

    /** Is told of one stored price. */
    public interface Visitor {
        void visit(String instrumentId, Instant time, double usd, boolean simulated);
    }

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<ReferencePriceRow> rows = new SingleObject<>(ReferencePriceRow.getClassSchema());

    public ReferencePriceStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public void put(String instrumentId, Instant time, double usd, boolean simulated) {
        store.put(StoreKeys.key(instrumentId, micros(time)), rows.encode(new ReferencePriceRow(usd, simulated)));
    }

    public void delete(String instrumentId, Instant time) {
        store.delete(StoreKeys.key(instrumentId, micros(time)));
    }

    /** Every stored price. */
    public void each(Visitor visitor) {
        Prefixed.each(store, (key, stored) -> {
            ReferencePriceRow row = rows.decode(stored);
            Instant time = Instant.EPOCH.plus(StoreKeys.number(key), ChronoUnit.MICROS);
            visitor.visit(StoreKeys.id(key), time, row.getPrice(), row.getSimulated());
        });
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
