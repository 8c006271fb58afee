/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.rolling.PastKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Turns keys of one table of the book into bytes and back. */
record KeyCodec<K>(Function<K, byte[]> encode, Function<byte[], K> decode) {

    static final KeyCodec<String> TEXT = new KeyCodec<>(
            text -> text.getBytes(StandardCharsets.UTF_8), bytes -> new String(bytes, StandardCharsets.UTF_8));

    static final KeyCodec<Integer> NUMBER = new KeyCodec<>(
            number -> ByteBuffer.allocate(Integer.BYTES).putInt(number).array(),
            bytes -> ByteBuffer.wrap(bytes).getInt());

    /** The two ticks, then the owner. */
    static final KeyCodec<SlotKey> SLOT = new KeyCodec<>(KeyCodec::encodeSlot, KeyCodec::decodeSlot);

    /** What it is of, then the time. */
    static final KeyCodec<PastKey> PAST = new KeyCodec<>(
            key -> ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                    .putInt(key.of())
                    .putLong(key.untilMs())
                    .array(),
            KeyCodec::decodePast);

    private static PastKey decodePast(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new PastKey(buffer.getInt(), buffer.getLong());
    }

    private static byte[] encodeSlot(SlotKey slot) {
        byte[] owner = TEXT.encode().apply(slot.owner());
        return ByteBuffer.allocate(2 * Integer.BYTES + owner.length)
                .putInt(slot.tickLower())
                .putInt(slot.tickUpper())
                .put(owner)
                .array();
    }

    private static SlotKey decodeSlot(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int tickLower = buffer.getInt();
        int tickUpper = buffer.getInt();
        byte[] owner = new byte[buffer.remaining()];
        buffer.get(owner);
        return new SlotKey(TEXT.decode().apply(owner), tickLower, tickUpper);
    }
}
