/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Where a Uniswap v3 pool keeps a slot: keccak256(abi.encodePacked(owner, tickLower, tickUpper)) (v3-core {@code Position.get}). */
public final class PackedSlot {

    private static final int ADDRESS_BYTES = 20;
    private static final int TICK_BYTES = 3;

    private PackedSlot() {}

    /** 64 hex digits. */
    public static String hash(String owner, int tickLower, int tickUpper) {
        byte[] packed = ByteBuffer.allocate(ADDRESS_BYTES + 2 * TICK_BYTES)
                .put(HexFormat.of().parseHex(owner.substring(2)))
                .put(int24(tickLower))
                .put(int24(tickUpper))
                .array();
        return HexFormat.of().formatHex(Keccak256.of(packed));
    }

    private static byte[] int24(int tick) {
        return new byte[] {(byte) (tick >> 16), (byte) (tick >> 8), (byte) tick};
    }
}
