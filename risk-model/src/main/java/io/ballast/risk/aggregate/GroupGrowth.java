/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sum over a group's positions of liquidity times growth inside the range, without touching the positions. With below(t) the
 * growth below a boundary,
 *
 * <pre>  sum L_i * inside_i = sum L_i * (below(upper_i) - below(lower_i)) = - sum over boundaries of net_t * below(t)</pre>
 *
 * <p>{@code below(t)} is what lies outside of t if the price is at or above it, else the rest of the whole. So the sum is
 * {@code fixed + liquidity in range * global}, with a fixed part that changes only when a position does, when the price
 * passes a boundary of the group, or when what is outside of one changes. Each of those is one addition, exact and in any order,
 * so however many boundaries there are, the sums cost the same.
 *
 * <p>Growth is a count from an arbitrary start. A group's fees or losses are this sum plus the sum over its positions of what is
 * settled less {@code L_i * checkpoint_i}, which the caller keeps and changes with the positions. Where growth is kept
 * modulo 2^256, take the result so too ({@link #fees}).
 *
 * <p>Mutable and single-threaded.
 */
public final class GroupGrowth {

    private static final BigInteger Q256 = BigInteger.ONE.shiftLeft(256);

    private final Boundaries boundaries;
    private final Growth growth;
    private final BigInteger[] fixed;
    private BigInteger inRange = BigInteger.ZERO;
    /** Where the fixed part has the pool's tick; it follows when the sums are asked for. */
    private int tick;

    /**
     * @param boundaries  the group's liquidity, still empty; whoever changes it says so to {@link #added} or {@link #netChanged}
     * @param growth  of the pool; whoever changes what is outside of a tick says so to {@link #outsideChanged}
     */
    public GroupGrowth(Boundaries boundaries, Growth growth) {
        this.boundaries = boundaries;
        this.growth = growth;
        fixed = new BigInteger[growth.channels()];
        Arrays.fill(fixed, BigInteger.ZERO);
        tick = growth.tick();
    }

    /** The group's liquidity in a range has changed by so much. */
    public void added(int tickLower, int tickUpper, BigInteger liquidity) {
        netChanged(tickLower, liquidity);
        netChanged(tickUpper, liquidity.negate());
    }

    /** The group's net liquidity at a boundary has changed by so much. */
    public void netChanged(int boundary, BigInteger change) {
        boolean passed = boundary <= tick;
        if (passed) {
            inRange = inRange.add(change);
        }
        addOutside(boundary, passed ? change.negate() : change);
    }

    /**
     * What is outside of a tick has changed, whether the group has a boundary there or not.
     *
     * @param firstChannel  of those that changed
     * @param changes  of it and the following channels
     */
    public void outsideChanged(int boundary, int firstChannel, List<BigInteger> changes) {
        BigInteger net = boundaries.netAt(boundary);
        if (net.signum() == 0) {
            return;
        }
        BigInteger weight = boundary <= tick ? net.negate() : net;
        for (int i = 0; i < changes.size(); i++) {
            int channel = firstChannel + i;
            fixed[channel] = fixed[channel].add(changes.get(i).multiply(weight));
        }
    }

    /** The sums now, by channel: O(log boundaries) for each that the price has passed since they were asked for last. */
    public List<BigInteger> sums() {
        follow();
        List<BigInteger> sums = new ArrayList<>(fixed.length);
        for (int channel = 0; channel < fixed.length; channel++) {
            sums.add(fixed[channel].add(inRange.multiply(growth.global(channel))));
        }
        return sums;
    }

    private void follow() {
        int now = growth.tick();
        int highest = Math.max(tick, now);
        Integer boundary = boundaries.boundaryAbove(Math.min(tick, now));
        while (boundary != null && boundary <= highest) {
            pass(boundary, boundaries.netAt(boundary), now > tick);
            boundary = boundaries.boundaryAbove(boundary);
        }
        tick = now;
    }

    /** Above the price a boundary has the rest of the whole below it: its outside counts with the other sign. */
    private void pass(int boundary, BigInteger net, boolean upwards) {
        inRange = upwards ? inRange.add(net) : inRange.subtract(net);
        addOutside(boundary, upwards ? net.shiftLeft(1).negate() : net.shiftLeft(1));
    }

    private void addOutside(int boundary, BigInteger weight) {
        for (int channel = 0; channel < fixed.length; channel++) {
            fixed[channel] =
                    fixed[channel].add(growth.outside(boundary, channel).multiply(weight));
        }
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
}
