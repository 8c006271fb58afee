/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Sum over a group's positions of liquidity times growth inside the range, without touching the positions. With below(t) the
 * growth below a boundary,
 *
 * <pre>  sum L_i * inside_i = sum L_i * (below(upper_i) - below(lower_i)) = - sum over boundaries of net_t * below(t)</pre>
 *
 * <p>{@code below(t)} is what lies outside of t if the price is at or above it, else the rest of the whole. So the sum is
 * {@code fixed + liquidity in range * global}, with a fixed part that changes only when a boundary is crossed.
 *
 * <p>Growth is a count from an arbitrary start. A group's fees or losses are this sum plus the sum over its positions of what is
 * settled less {@code L_i * checkpoint_i}, which the caller keeps and changes with the positions. Where growth is kept
 * modulo 2^256, take the result so too ({@link #fees}).
 */
public final class GroupGrowth {

    private static final BigInteger Q256 = BigInteger.ONE.shiftLeft(256);

    private GroupGrowth() {}

    /** The sums now, by channel: O(boundaries * log boundaries). */
    public static List<BigInteger> sums(LiquidityProfile group, Growth growth) {
        return around(group, growth).sums(growth);
    }

    /** The sums as they stay while the pool's tick does not leave the cell between the two boundaries next to it. */
    public static CellGrowth around(LiquidityProfile group, Growth growth) {
        BigInteger[] fixed = new BigInteger[growth.channels()];
        Arrays.fill(fixed, BigInteger.ZERO);
        BigInteger liquidity = BigInteger.ZERO;
        BigInteger inRange = BigInteger.ZERO;
        Integer lower = null;
        Integer upper = null;
        ProfileSegment segment = group.segmentAt(BigInteger.ONE);
        while (segment.tickUpper() != null) {
            int boundary = segment.tickUpper();
            segment = group.segmentAt(TickMath.sqrtPriceX96AtTick(boundary));
            BigInteger net = segment.liquidity().subtract(liquidity);
            liquidity = segment.liquidity();
            boolean passed = boundary <= growth.tick();
            if (passed) {
                lower = boundary;
                inRange = liquidity;
            } else if (upper == null) {
                upper = boundary;
            }
            addOutside(fixed, growth, boundary, passed ? net.negate() : net);
        }
        return new CellGrowth(lower, upper, inRange, List.of(fixed));
    }

    /**
     * Fees of a group from sums of growth Q128.128, which is counted modulo 2^256.
     *
     * @param sumX128  of a channel, plus the caller's constant
     * @return raw tokens times 2^128, not rounded position by position as the contract does; right while a group has earned
     *     less than 2^128 raw tokens
     */
    public static BigInteger fees(BigInteger sumX128) {
        return sumX128.mod(Q256);
    }

    /** Boundaries above the price have the rest of the whole below them: their outside counts with the other sign. */
    private static void addOutside(BigInteger[] fixed, Growth growth, int boundary, BigInteger weight) {
        for (int channel = 0; channel < fixed.length; channel++) {
            fixed[channel] =
                    fixed[channel].add(growth.outside(boundary, channel).multiply(weight));
        }
    }
}
