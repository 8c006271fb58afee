/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Keccak-256 as Ethereum has it: the sponge of SHA-3 with the padding from before the standard. The JDK has only the standard's. */
final class Keccak256 {

    private static final int RATE_BYTES = 136;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 25;
    private static final int ROUNDS = 24;
    /** Rotation of each lane, and where it goes, in the order of the walk of rho and pi. */
    private static final int[] ROTATIONS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };

    private static final int[] TARGETS = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };

    private Keccak256() {}

    static byte[] of(byte[] message) {
        byte[] padded = Arrays.copyOf(message, (message.length / RATE_BYTES + 1) * RATE_BYTES);
        padded[message.length] ^= 0x01;
        padded[padded.length - 1] ^= (byte) 0x80;
        long[] state = new long[LANES];
        ByteBuffer input = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
        while (input.hasRemaining()) {
            for (int lane = 0; lane < RATE_BYTES / Long.BYTES; lane++) {
                state[lane] ^= input.getLong();
            }
            permute(state);
        }
        ByteBuffer hash = ByteBuffer.allocate(HASH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int lane = 0; lane < HASH_BYTES / Long.BYTES; lane++) {
            hash.putLong(state[lane]);
        }
        return hash.array();
    }

    private static void permute(long[] state) {
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            theta(state);
            rhoAndPi(state);
            chi(state);
            for (int bit = 0; bit < 7; bit++) {
                if ((register & 1) != 0) {
                    state[0] ^= 1L << ((1 << bit) - 1);
                }
                register = register << 1 ^ (register >> 7) * 0x171;
            }
        }
    }

    private static void theta(long[] state) {
        long[] parity = new long[5];
        for (int lane = 0; lane < LANES; lane++) {
            parity[lane % 5] ^= state[lane];
        }
        for (int lane = 0; lane < LANES; lane++) {
            state[lane] ^= parity[(lane + 4) % 5] ^ Long.rotateLeft(parity[(lane + 1) % 5], 1);
        }
    }

    private static void rhoAndPi(long[] state) {
        long moved = state[1];
        for (int step = 0; step < TARGETS.length; step++) {
            long next = state[TARGETS[step]];
            state[TARGETS[step]] = Long.rotateLeft(moved, ROTATIONS[step]);
            moved = next;
        }
    }

    private static void chi(long[] state) {
        for (int row = 0; row < LANES; row += 5) {
            long[] before = Arrays.copyOfRange(state, row, row + 5);
            for (int i = 0; i < 5; i++) {
                state[row + i] = before[i] ^ ~before[(i + 1) % 5] & before[(i + 2) % 5];
            }
        }
    }
}
