/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A group's sums of growth as long as the price crosses none of the group's boundaries and its positions stay as they are:
 * then they are {@code fixed + liquidity * global}. A price that has left the cell and come back has crossed: take a new one.
 *
 * @param tickLower  boundary at or below the pool's tick; null: none
 * @param tickUpper  boundary above it; null: none
 * @param liquidity  the group's in the cell
 * @param fixed  by channel
 */
public record CellGrowth(Integer tickLower, Integer tickUpper, BigInteger liquidity, List<BigInteger> fixed) {

    public CellGrowth {
        fixed = List.copyOf(fixed);
    }

    /** True if a tick of the pool lies in the cell. */
    public boolean holds(int tick) {
        return (tickLower == null || tickLower <= tick) && (tickUpper == null || tick < tickUpper);
    }

    /**
     * The sums now, by channel: O(1).
     *
     * @throws IllegalArgumentException if the price has left the cell
     */
    public List<BigInteger> sums(Growth growth) {
        if (!holds(growth.tick())) {
            throw new IllegalArgumentException(
                    "tick " + growth.tick() + " is not in the cell from " + tickLower + " to " + tickUpper);
        }
        List<BigInteger> sums = new ArrayList<>(fixed.size());
        for (int channel = 0; channel < fixed.size(); channel++) {
            sums.add(fixed.get(channel).add(liquidity.multiply(growth.global(channel))));
        }
        return sums;
    }
}
