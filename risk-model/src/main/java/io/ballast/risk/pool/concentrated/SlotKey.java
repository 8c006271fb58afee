/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import java.util.Comparator;

/**
 * What a pool keeps liquidity by. In v3 all NFTs of a position manager with the same ticks share one slot; in v4 each has
 * its own, by its salt.
 *
 * @param owner  address that minted, lower case
 * @param tickLower  lower end, below tickUpper
 * @param tickUpper  upper end
 * @param salt  v4: tells positions of one owner and range apart, 0x and 64 lower-case hex digits; empty in v3
 * @throws IllegalArgumentException if the ticks are no range or outside [-887272, 887272]
 */
public record SlotKey(String owner, int tickLower, int tickUpper, String salt) implements Comparable<SlotKey> {

    private static final Comparator<SlotKey> ORDER = Comparator.comparing(SlotKey::owner)
            .thenComparingInt(SlotKey::tickLower)
            .thenComparingInt(SlotKey::tickUpper)
            .thenComparing(SlotKey::salt);

    public SlotKey {
        if (tickLower >= tickUpper) {
            throw new IllegalArgumentException("tickLower " + tickLower + " must be below tickUpper " + tickUpper);
        }
        TickMath.requireTick("tickLower", tickLower);
        TickMath.requireTick("tickUpper", tickUpper);
    }

    /** A slot of a v3 pool. */
    public SlotKey(String owner, int tickLower, int tickUpper) {
        this(owner, tickLower, tickUpper, "");
    }

    @Override
    public int compareTo(SlotKey other) {
        return ORDER.compare(this, other);
    }
}
