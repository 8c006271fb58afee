/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.streams.naming.Names;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** What is remembered of the alerts of a task. Key: the fingerprint. */
public final class AlertStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<AlertRow> rows = new SingleObject<>(AlertRow.getClassSchema());

    private AlertStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** @param store  made by one of {@link #builders} */
    public static AlertStore of(KeyValueStore<Bytes, byte[]> store) {
        return new AlertStore(store);
    }

    /** Builders of the stores of alerts; new ones at each call. */
    public static Set<StoreBuilder<?>> builders() {
        return new LinkedHashSet<>(
                List.of(Stores.builder(Names.ALERTS_STORE), new CommitHookBuilder(Names.ALERTS_COMMIT_HOOK)));
    }

    /** Null: there is none. */
    public AlertRow get(String fingerprint) {
        byte[] row = store.get(key(fingerprint));
        return row == null ? null : rows.decode(row);
    }

    public void put(String fingerprint, AlertRow row) {
        store.put(key(fingerprint), rows.encode(row));
    }

    public void delete(String fingerprint) {
        store.delete(key(fingerprint));
    }

    /** Every alert. */
    public void each(BiConsumer<String, AlertRow> action) {
        Prefixed.each(
                store, (key, row) -> action.accept(new String(key.get(), StandardCharsets.UTF_8), rows.decode(row)));
    }

    private static Bytes key(String fingerprint) {
        return Bytes.wrap(fingerprint.getBytes(StandardCharsets.UTF_8));
    }
}
