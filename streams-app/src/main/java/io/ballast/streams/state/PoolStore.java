/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.streams.record.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The newest definition of each pool, as it was read. Key: pool id. */
public final class PoolStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final SourceRows rows;

    public PoolStore(KeyValueStore<Bytes, byte[]> store, String topicPrefix) {
        this.store = store;
        this.rows = new SourceRows(topicPrefix);
    }

    public void put(String poolId, StoredRecord definition) {
        store.put(Bytes.wrap(poolId.getBytes(StandardCharsets.UTF_8)), rows.encode(definition));
    }

    /** Every pool's id and definition. */
    public void each(BiConsumer<String, StoredRecord> action) {
        Prefixed.each(
                store, (key, row) -> action.accept(new String(key.get(), StandardCharsets.UTF_8), rows.decode(row)));
    }
}
