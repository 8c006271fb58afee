/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.risk.pool.concentrated.SlotKey;

/**
 * Liquidity of one owner in one range of a pool.
 *
 * @param key  owner and range
 * @param managed  the owner is a position manager
 */
public record PoolSlot(SlotKey key, boolean managed) {

    /** The slot of an owner who deals with the pool directly. */
    public static PoolSlot direct(String owner, TickRange range) {
        return new PoolSlot(new SlotKey(owner, range.lower(), range.upper()), false);
    }

    /** The slot of a position manager, which keeps books of whose it is. */
    static PoolSlot managed(String manager, TickRange range) {
        return new PoolSlot(new SlotKey(manager, range.lower(), range.upper()), true);
    }

    public TickRange range() {
        return new TickRange(key.tickLower(), key.tickUpper());
    }
}
