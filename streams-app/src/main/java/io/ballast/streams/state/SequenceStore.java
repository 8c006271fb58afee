/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.streams.record.StoredRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Where each pool stands in the order of delivery, and the records that are held back for it. Key: pool id, 0x00, a letter and
 * the producer's id, 0x00, and the record's number. It shares the store of the records that wait, whose keys go on with a
 * number at once.
 */
public final class SequenceStore {

    private static final char HELD = 'h';
    private static final char NEXT = 'n';

    /** Is told what is stored of one producer's records of one pool. */
    public interface Visitor {
        /**
         * @param next  the number that comes next, as far as it was written down
         * @param held  numbers of records that are held back, ascending
         */
        void visit(String poolId, String producerId, long next, List<Long> held);
    }

    /** Whose rows they are. */
    private record Lane(String poolId, String producerId) {}

    private final KeyValueStore<Bytes, byte[]> store;
    private final SourceRows rows;

    public SequenceStore(KeyValueStore<Bytes, byte[]> store, String topicPrefix) {
        this.store = store;
        this.rows = new SourceRows(topicPrefix);
    }

    public void putNext(String poolId, String producerId, long number) {
        store.put(StoreKeys.key(poolId, NEXT + producerId, new byte[0]), bytes(number));
    }

    public void hold(String poolId, String producerId, long number, StoredRecord record) {
        store.put(held(poolId, producerId, number), rows.encode(record));
    }

    /** A record that is held back no longer. */
    public StoredRecord release(String poolId, String producerId, long number) {
        byte[] stored = store.delete(held(poolId, producerId, number));
        if (stored == null) {
            throw new IllegalStateException("no record " + number + " of " + producerId + " is held for " + poolId);
        }
        return rows.decode(stored);
    }

    /** Everything, producer by producer. */
    public void each(Visitor visitor) {
        Map<Lane, Long> next = new LinkedHashMap<>();
        Map<Lane, List<Long>> held = new LinkedHashMap<>();
        Prefixed.each(store, (key, row) -> {
            if (isOurs(key) && letter(key) == NEXT) {
                next.put(lane(key), ByteBuffer.wrap(row).getLong());
            } else if (isOurs(key)) {
                held.computeIfAbsent(lane(key), absent -> new ArrayList<>()).add(StoreKeys.number(key));
            }
        });
        held.keySet().forEach(lane -> next.putIfAbsent(lane, 0L));
        next.forEach((lane, number) ->
                visitor.visit(lane.poolId(), lane.producerId(), number, held.getOrDefault(lane, List.of())));
    }

    /** Running numbers of records that wait begin with 0x00. */
    static boolean isOurs(Bytes key) {
        return letter(key) != 0;
    }

    private static char letter(Bytes key) {
        return (char) StoreKeys.rest(key)[0];
    }

    private static Lane lane(Bytes key) {
        byte[] rest = StoreKeys.rest(key);
        int end = StoreKeys.separator(rest, 0);
        return new Lane(StoreKeys.id(key), new String(rest, 1, end - 1, StandardCharsets.UTF_8));
    }

    private static Bytes held(String poolId, String producerId, long number) {
        return StoreKeys.key(poolId, HELD + producerId, bytes(number));
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
