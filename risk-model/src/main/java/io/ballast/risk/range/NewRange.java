/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.concentrated.TickMath;

/** A range of the same width around another price. */
public record NewRange(int tickLower, int tickUpper) {

    public NewRange {
        if (tickLower >= tickUpper) {
            throw new IllegalArgumentException("tickLower " + tickLower + " must be below tickUpper " + tickUpper);
        }
    }

    /**
     * The range as wide as this one whose middle is nearest to a tick, on the pool's spacing; at the edge of what a pool can have it is moved
     * inwards.
     *
     * @param spacing  positive
     */
    public NewRange around(int tick, int spacing) {
        int width = tickUpper - tickLower;
        int edge = TickMath.MAX_TICK / spacing * spacing;
        int lower = Math.floorDiv(2 * tick - width + spacing, 2 * spacing) * spacing;
        int moved = Math.max(-edge, Math.min(edge - width, lower));
        return new NewRange(moved, moved + width);
    }

    /**
     * Part of the worth that a position in this range holds in token0 at a price, in [0, 1].
     *
     * @param sqrtPrice  raw, positive
     */
    public double token0Share(double sqrtPrice) {
        double lower = SqrtPrice.atTick(tickLower);
        double upper = SqrtPrice.atTick(tickUpper);
        double inside = Math.max(lower, Math.min(upper, sqrtPrice));
        double worth0 = sqrtPrice * sqrtPrice * (1 / inside - 1 / upper);
        double worth1 = inside - lower;
        return worth0 / (worth0 + worth1);
    }
}
