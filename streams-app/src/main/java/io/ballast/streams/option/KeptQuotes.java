/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.streams.naming.Names;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Quotes in a state store: underlying, 0x00, instrument id; the record's bytes. */
final class KeptQuotes implements QuoteRows {

    private static final char END = '\0';

    private final KeyValueStore<Bytes, byte[]> store;

    KeptQuotes(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    static Set<StoreBuilder<?>> builders() {
        return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(Names.OPTION_QUOTES_STORE), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled());
    }

    @Override
    public void put(String underlying, String instrumentId, byte[] raw) {
        store.put(key(underlying, instrumentId), raw);
    }

    @Override
    public void delete(String underlying, String instrumentId) {
        store.delete(key(underlying, instrumentId));
    }

    /** Every record kept. */
    void each(Consumer<byte[]> action) {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> row = all.next();
                action.accept(row.value);
            }
        }
    }

    private static Bytes key(String underlying, String instrumentId) {
        return Bytes.wrap((underlying + END + instrumentId).getBytes(StandardCharsets.UTF_8));
    }
}
