/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads all rows of a store, or those of one id, in key order. */
final class Prefixed {

    private Prefixed() {}

    static void each(KeyValueStore<Bytes, byte[]> store, String id, BiConsumer<Bytes, byte[]> action) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.prefixScan(StoreKeys.prefix(id), new ByteArraySerializer())) {
            forEach(rows, action);
        }
    }

    static void each(KeyValueStore<Bytes, byte[]> store, BiConsumer<Bytes, byte[]> action) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
            forEach(rows, action);
        }
    }

    /** Until the action says that it is enough, by false. */
    static void eachWhile(KeyValueStore<Bytes, byte[]> store, byte[] prefix, BiPredicate<Bytes, byte[]> action) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.prefixScan(prefix, new ByteArraySerializer())) {
            boolean goOn = true;
            while (goOn && rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                goOn = action.test(row.key, row.value);
            }
        }
    }

    private static void forEach(KeyValueIterator<Bytes, byte[]> rows, BiConsumer<Bytes, byte[]> action) {
        while (rows.hasNext()) {
            KeyValue<Bytes, byte[]> row = rows.next();
            action.accept(row.key, row.value);
        }
    }
}
