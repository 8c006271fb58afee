/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import java.util.Comparator;

/**
 * What a pool keeps liquidity by. All NFTs of a position manager with the same ticks share one slot.
 *
 * @param owner  address that minted, lower case
 * @param tickLower  lower end, below tickUpper
 * @param tickUpper  upper end
 * @throws IllegalArgumentException if the ticks are no range or outside [-887272, 887272]
 */
public record SlotKey(String owner, int tickLower, int tickUpper) implements Comparable<SlotKey> {

    private static final Comparator<SlotKey> ORDER = Comparator.comparing(SlotKey::owner)
            .thenComparingInt(SlotKey::tickLower)
            .thenComparingInt(SlotKey::tickUpper);

    public SlotKey {
        if (tickLower >= tickUpper) {
            throw new IllegalArgumentException("tickLower " + tickLower + " must be below tickUpper " + tickUpper);
        }
        TickMath.requireTick("tickLower", tickLower);
        TickMath.requireTick("tickUpper", tickUpper);
    }

    @Override
    public int compareTo(SlotKey other) {
        return ORDER.compare(this, other);
    }
}
