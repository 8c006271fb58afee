/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.streams.record.StoredRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Records that cannot be used yet, in the order in which they came. Key: pool id, 0x00, running number. */
public final class PendingStore {

    /** Is told of one waiting record. */
    public interface Visitor {
        void visit(String poolId, long number, StoredRecord record);
    }

    private final KeyValueStore<Bytes, byte[]> store;
    private final SourceRows rows;

    public PendingStore(KeyValueStore<Bytes, byte[]> store, String topicPrefix) {
        this.store = store;
        this.rows = new SourceRows(topicPrefix);
    }

    public void put(String poolId, long number, StoredRecord record) {
        store.put(StoreKeys.key(poolId, number), rows.encode(record));
    }

    /** What waits under a number. */
    public StoredRecord get(String poolId, long number) {
        byte[] stored = store.get(StoreKeys.key(poolId, number));
        if (stored == null) {
            throw new IllegalStateException("nothing waits as number " + number + " of " + poolId);
        }
        return rows.decode(stored);
    }

    public void delete(String poolId, long number) {
        store.delete(StoreKeys.key(poolId, number));
    }

    /** Every waiting record. */
    public void each(Visitor visitor) {
        Prefixed.each(store, (key, row) -> {
            if (!SequenceStore.isOurs(key)) {
                visitor.visit(StoreKeys.id(key), StoreKeys.number(key), rows.decode(row));
            }
        });
    }
}
