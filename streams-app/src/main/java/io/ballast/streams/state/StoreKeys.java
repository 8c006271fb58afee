/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the stores: an id, 0x00, and what follows. Ids hold no control characters, so no id is the start of another's key. */
final class StoreKeys {

    private static final byte SEPARATOR = 0;

    private StoreKeys() {}

    /** What all keys of an id start with. */
    static byte[] prefix(String id) {
        return joined(id.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    static Bytes key(String id, long number) {
        return Bytes.wrap(joined(
                id.getBytes(StandardCharsets.UTF_8),
                ByteBuffer.allocate(Long.BYTES).putLong(number).array()));
    }

    static Bytes key(String id, byte[] rest) {
        return Bytes.wrap(joined(id.getBytes(StandardCharsets.UTF_8), rest));
    }

    static Bytes key(String id, String table, byte[] row) {
        return Bytes.wrap(
                joined(id.getBytes(StandardCharsets.UTF_8), joined(table.getBytes(StandardCharsets.UTF_8), row)));
    }

    /** The number at a key's end. */
    static long number(Bytes key) {
        byte[] bytes = key.get();
        return ByteBuffer.wrap(bytes).getLong(bytes.length - Long.BYTES);
    }

    /** The id at a key's start. */
    static String id(Bytes key) {
        return new String(key.get(), 0, separator(key.get(), 0), StandardCharsets.UTF_8);
    }

    /** What follows the id. */
    static byte[] rest(Bytes key) {
        byte[] bytes = key.get();
        return java.util.Arrays.copyOfRange(bytes, separator(bytes, 0) + 1, bytes.length);
    }

    /** Where the separator stands, from a place on. */
    static int separator(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != SEPARATOR) {
            at++;
        }
        return at;
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        return ByteBuffer.allocate(head.length + 1 + tail.length)
                .put(head)
                .put(SEPARATOR)
                .put(tail)
                .array();
    }
}
