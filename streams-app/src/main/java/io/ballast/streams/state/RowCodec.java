/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/** Turns values of one table of the book into bytes and back. */
record RowCodec<V>(Function<V, byte[]> encode, Function<byte[], V> decode) {

    static <V, R extends SpecificRecordBase> RowCodec<V> of(
            Schema schema, Function<V, R> toRow, Function<R, V> fromRow) {
        SingleObject<R> rows = new SingleObject<>(schema);
        return new RowCodec<>(value -> rows.encode(toRow.apply(value)), bytes -> fromRow.apply(rows.decode(bytes)));
    }
}
