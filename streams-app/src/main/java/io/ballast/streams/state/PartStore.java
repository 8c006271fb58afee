/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which portfolios a part of each pool was published for. Key: pool id, 0x00, portfolio; no value to speak of. */
public final class PartStore {

    private static final byte[] THERE = {1};

    private final KeyValueStore<Bytes, byte[]> store;

    public PartStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public void add(String poolId, String portfolio) {
        store.put(key(poolId, portfolio), THERE);
    }

    public void remove(String poolId, String portfolio) {
        store.delete(key(poolId, portfolio));
    }

    /** Portfolios of a pool; a copy. */
    public Set<String> of(String poolId) {
        Set<String> portfolios = new TreeSet<>();
        Prefixed.each(
                store, poolId, (key, there) -> portfolios.add(new String(StoreKeys.rest(key), StandardCharsets.UTF_8)));
        return portfolios;
    }

    private static Bytes key(String poolId, String portfolio) {
        return StoreKeys.key(poolId, portfolio.getBytes(StandardCharsets.UTF_8));
    }
}
