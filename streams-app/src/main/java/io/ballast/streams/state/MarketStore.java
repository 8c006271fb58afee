/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.market.MarketState;
import io.ballast.streams.naming.Names;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** What is remembered of each market of a task. Key: the market's name. */
public final class MarketStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<MarketRow> rows = new SingleObject<>(MarketRow.getClassSchema());

    private MarketStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** @param store  made by one of {@link #builders} */
    public static MarketStore of(KeyValueStore<Bytes, byte[]> store) {
        return new MarketStore(store);
    }

    /** Builders of the stores of markets; new ones at each call. */
    public static Set<StoreBuilder<?>> builders() {
        return new LinkedHashSet<>(
                List.of(Stores.builder(Names.MARKETS_STORE), new CommitHookBuilder(Names.MARKETS_COMMIT_HOOK)));
    }

    public void put(String name, MarketState state) {
        store.put(Bytes.wrap(name.getBytes(StandardCharsets.UTF_8)), rows.encode(MarketRows.row(state)));
    }

    /** Every market. */
    public void each(BiConsumer<String, MarketState> action) {
        Prefixed.each(
                store,
                (key, stored) -> action.accept(
                        new String(key.get(), StandardCharsets.UTF_8), MarketRows.state(rows.decode(stored))));
    }
}
