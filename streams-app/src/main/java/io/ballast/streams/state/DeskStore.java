/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.portfolio.AccountsWorth;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * What the desks of one task are made of, as records of the contract as they lay on their topics. Key: the kind, 0x00, and the
 * record's own key.
 */
public final class DeskStore {

    /** What is kept. Names are part of stored keys. */
    public enum Kind {
        /** Hedge instruments by id. */
        INSTRUMENT("instrument"),
        /** Policies by portfolio. */
        POLICY("policy"),
        /** Claims by portfolio. */
        CLAIM("claim"),
        /** Parts of pools, by their topic's key. */
        PART("part"),
        /** Newest market prices by instrument. */
        PRICE("price"),
        /** Option surfaces by underlying and expiry. */
        SURFACE("surface"),
        /** Hedge events by portfolio, venue and id. */
        EVENT("event"),
        /** Portfolio risk as it was published last, by portfolio. */
        RISK("risk"),
        /** Advice as it was published last, by portfolio and asset. */
        ADVICE("advice");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final String LEDGER = "ledger";

    private final KeyValueStore<Bytes, byte[]> store;
    private final DayLedgerRows ledgers = new DayLedgerRows();

    public DeskStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Builders of a desk's two stores. */
    public static Set<StoreBuilder<?>> builders(String records, String waiting) {
        return new LinkedHashSet<>(List.of(builder(records), builder(waiting)));
    }

    private static StoreBuilder<?> builder(String name) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withCachingDisabled();
    }

    public void put(Kind kind, String key, byte[] record) {
        store.put(storeKey(kind.prefix, key), record);
    }

    public void delete(Kind kind, String key) {
        store.delete(storeKey(kind.prefix, key));
    }

    /** All of a kind, by key. */
    public void each(Kind kind, BiConsumer<String, byte[]> action) {
        Prefixed.each(store, kind.prefix, (key, record) -> action.accept(key(key), record));
    }

    /** Keeps a portfolio's results by day. */
    public void put(String portfolio, DayLedger ledger) {
        store.put(storeKey(LEDGER, portfolio), ledgers.encode(ledger));
    }

    /** A portfolio's results by day, if it has any; see {@link DayLedgerRows#decode}. */
    public Optional<DayLedger> ledger(String portfolio, AccountsWorth accounts, AccountsWorth none) {
        return Optional.ofNullable(store.get(storeKey(LEDGER, portfolio)))
                .map(stored -> ledgers.decode(stored, accounts, none));
    }

    private static Bytes storeKey(String kind, String key) {
        return StoreKeys.key(kind, key.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(Bytes key) {
        return new String(StoreKeys.rest(key), StandardCharsets.UTF_8);
    }
}
