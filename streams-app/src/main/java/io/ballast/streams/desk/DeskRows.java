/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.naming.Names;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What a desk's processor has taken in, in a state store: the topic's name, 0x00, the key; the bytes. Under desk-prices, which it
 * does not read, are past prices by step. */
final class DeskRows {

    private static final char END = '\0';

    /** Is told of one row. */
    interface Visitor {
        void visit(Topic topic, String key, byte[] value);
    }

    private final KeyValueStore<Bytes, byte[]> store;

    DeskRows(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    static Set<StoreBuilder<?>> builders() {
        return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(Names.DESK_ROWS_STORE), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled());
    }

    /** @param value  null: there is none any more */
    void put(Topic topic, String key, byte[] value) {
        Bytes row = Bytes.wrap((topic.shortName() + END + key).getBytes(StandardCharsets.UTF_8));
        if (value == null) {
            store.delete(row);
        } else {
            store.put(row, value);
        }
    }

    /** Every row. */
    void each(Visitor visitor) {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> row = all.next();
                String key = new String(row.key.get(), StandardCharsets.UTF_8);
                int end = key.indexOf(END);
                visitor.visit(Topic.named(key.substring(0, end), "").orElseThrow(), key.substring(end + 1), row.value);
            }
        }
    }
}
