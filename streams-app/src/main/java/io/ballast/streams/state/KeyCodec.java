/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.rolling.PastKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Turns keys of one table of the book into bytes and back. */
record KeyCodec<K>(Function<K, byte[]> encode, Function<byte[], K> decode) {

    private static final char SALT_AFTER = '/';

    static final KeyCodec<String> TEXT = new KeyCodec<>(
            text -> text.getBytes(StandardCharsets.UTF_8), bytes -> new String(bytes, StandardCharsets.UTF_8));

    static final KeyCodec<Integer> NUMBER = new KeyCodec<>(
            number -> ByteBuffer.allocate(Integer.BYTES).putInt(number).array(),
            bytes -> ByteBuffer.wrap(bytes).getInt());

    /** The two ticks, then the owner and, if there is one, the salt behind a slash. */
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
        byte[] owner =
                TEXT.encode().apply(slot.salt().isEmpty() ? slot.owner() : slot.owner() + SALT_AFTER + slot.salt());
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
        String text = TEXT.decode().apply(owner);
        int salt = text.indexOf(SALT_AFTER);
        return salt < 0
                ? new SlotKey(text, tickLower, tickUpper)
                : new SlotKey(text.substring(0, salt), tickLower, tickUpper, text.substring(salt + 1));
    }
}
