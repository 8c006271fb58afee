/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Liquidity of a group of concentrated positions by tick boundary, and the group's exact amounts at any price.
 *
 * <p>{@link #add} and every question take O(log boundaries). All sums are exact integers: order of additions does not
 * matter, nothing drifts, and a group from which everything was taken out again is exactly zero and holds no boundaries.
 *
 * <p>Memory is 12 bytes a boundary for the tree and 88 to 136 for its sums (liquidity below 2^62, up to 2^128), plus room to
 * grow of at most a quarter; positions that share boundaries share them. Room once taken is given back when the group is
 * empty.
 *
 * <p>Any positive price can be asked, also one outside a pool's own prices. Mutable and single-threaded.
 */
public final class LiquidityProfile implements Boundaries {

    private final BoundaryTree boundaries = new BoundaryTree();
    /** Liquidity of all ranges, counted at both of their ends. */
    private BigInteger ends = BigInteger.ZERO;

    /**
     * Adds liquidity over a range.
     *
     * @param liquidity  any size; negative takes out
     * @throws IllegalArgumentException if the ticks are no range of a pool, or more is taken out than ranges put in that
     *     begin or end there; nothing is changed then
     */
    public void add(int tickLower, int tickUpper, BigInteger liquidity) {
        requireRange(tickLower, tickUpper);
        if (liquidity.signum() == 0) {
            return;
        }
        if (liquidity.signum() < 0) {
            requireHolds(tickLower, liquidity, liquidity);
            requireHolds(tickUpper, liquidity, liquidity.negate());
        }
        widen(liquidity.shiftLeft(1));
        change(tickLower, liquidity, liquidity);
        change(tickUpper, liquidity, liquidity.negate());
    }

    /**
     * Adds up many changes at one tick; whoever does so for one end of a range does it for the other.
     *
     * @param net  liquidity of the ranges that begin there, less that of those that end there
     * @param gross  liquidity of both together; negative takes out
     * @throws IllegalArgumentException if more is taken out than there is; nothing is changed then
     */
    public void addEnds(int tick, BigInteger net, BigInteger gross) {
        if (gross.signum() == 0 && net.signum() == 0) {
            return;
        }
        if (gross.signum() <= 0) {
            requireHolds(tick, gross, net);
        }
        widen(gross);
        change(tick, gross, net);
    }

    private void widen(BigInteger more) {
        ends = ends.add(more);
        boundaries.widen(ends.bitLength());
    }

    /** True if there is no liquidity anywhere. */
    public boolean isEmpty() {
        return boundaries.size() == 0;
    }

    /** Number of ticks where ranges begin or end. */
    public int boundaries() {
        return boundaries.size();
    }

    @Override
    public BigInteger netAt(int tick) {
        return boundaries.net(tick);
    }

    @Override
    public Integer boundaryAbove(int tick) {
        return boundaries.higher(tick);
    }

    /** Where liquidity changes, ticks ascending: all that amounts at any price depend on. */
    public List<LiquidityStep> steps() {
        List<LiquidityStep> steps = new ArrayList<>();
        Integer tick = boundaries.higher(TickMath.MIN_TICK - 1);
        while (tick != null) {
            BigInteger net = boundaries.net(tick);
            if (net.signum() != 0) {
                steps.add(new LiquidityStep(tick, net));
            }
            tick = boundaries.higher(tick);
        }
        return steps;
    }

    /**
     * A profile with the amounts of the one that the steps are of, exactly. To be asked only: which ranges the liquidity was in is
     * not known any more.
     *
     * @param steps  ticks ascending
     * @throws IllegalArgumentException if they are not, are outside a pool's, or liquidity is below zero somewhere or is
     *     left above the last
     */
    static LiquidityProfile ofSteps(List<LiquidityStep> steps) {
        requireSteps(steps);
        LiquidityProfile profile = new LiquidityProfile();
        steps.forEach(
                step -> profile.addEnds(step.tick(), step.net(), step.net().abs()));
        return profile;
    }

    private static void requireSteps(List<LiquidityStep> steps) {
        BigInteger inRange = BigInteger.ZERO;
        int last = TickMath.MIN_TICK - 1;
        for (LiquidityStep step : steps) {
            inRange = inRange.add(step.net());
            if (step.tick() <= last || step.tick() > TickMath.MAX_TICK || inRange.signum() < 0) {
                throw new IllegalArgumentException("step of " + step.net() + " at tick " + step.tick() + " after tick "
                        + last + " leaves a liquidity of " + inRange + ": ticks must rise from " + TickMath.MIN_TICK
                        + " to at most " + TickMath.MAX_TICK + " and liquidity must not be negative");
            }
            last = step.tick();
        }
        if (inRange.signum() != 0) {
            throw new IllegalArgumentException("a liquidity of " + inRange + " is left above the last tick " + last);
        }
    }

    /** Liquidity of the ranges with lower price &le; price &lt; upper price. */
    public BigInteger liquidityAt(BigInteger sqrtPriceX96) {
        return sumsAt(sqrtPriceX96).liquidity();
    }

    /** The tokens that the group stands for at a price. */
    public ProfileAmounts amountsAt(BigInteger sqrtPriceX96) {
        return sumsAt(sqrtPriceX96).amounts(sqrtPriceX96);
    }

    /** The group's formula around a price, good between the two boundaries next to it. */
    public ProfileSegment segmentAt(BigInteger sqrtPriceX96) {
        int tick = tickAt(sqrtPriceX96);
        PrefixSums sums = PrefixSums.upTo(tick, boundaries);
        return new ProfileSegment(
                boundaries.floor(tick),
                boundaries.higher(tick),
                ScaledInteger.toDouble(sums.overPriceX160(), ProfileAmounts.X160),
                2 * ScaledInteger.toDouble(sums.liquidity(), 0),
                -ScaledInteger.toDouble(sums.timesPriceX96(), ProfileAmounts.X96),
                sums.liquidity());
    }

    PrefixSums sumsAt(BigInteger sqrtPriceX96) {
        return PrefixSums.upTo(tickAt(sqrtPriceX96), boundaries);
    }

    private void change(int tick, BigInteger gross, BigInteger net) {
        BoundaryPrice price = BoundaryPrice.at(tick);
        SumTable row = new SumTable(boundaries.layout(), 1);
        row.set(0, SumLayout.NET, net);
        row.set(0, SumLayout.NET_TIMES_PRICE, net.multiply(price.sqrtPriceX96()));
        row.set(0, SumLayout.NET_OVER_PRICE, net.multiply(price.inverseX256()));
        boundaries.add(tick, row, boundaries.gross(tick).add(gross));
    }

    private void requireHolds(int tick, BigInteger grossChange, BigInteger netChange) {
        BigInteger gross = boundaries.gross(tick).add(grossChange);
        BigInteger net = boundaries.net(tick).add(netChange);
        if (net.abs().compareTo(gross) > 0) {
            throw new IllegalArgumentException("cannot take a liquidity of " + grossChange.negate() + " out at tick "
                    + tick + ": ranges with less begin or end there");
        }
    }

    private static void requireRange(int tickLower, int tickUpper) {
        if (tickLower < TickMath.MIN_TICK || tickUpper > TickMath.MAX_TICK || tickLower >= tickUpper) {
            throw new IllegalArgumentException("ticks " + tickLower + " and " + tickUpper
                    + " are no range: lower must be below upper, both inside " + TickMath.MIN_TICK + " to "
                    + TickMath.MAX_TICK);
        }
    }

    /** The greatest tick at or below a price; one below all ticks if there is none. */
    private static int tickAt(BigInteger sqrtPriceX96) {
        if (sqrtPriceX96.signum() <= 0) {
            throw new IllegalArgumentException("sqrtPriceX96 " + sqrtPriceX96 + " must be positive");
        }
        if (sqrtPriceX96.compareTo(TickMath.MIN_SQRT_PRICE_X96) < 0) {
            return TickMath.MIN_TICK - 1;
        }
        return sqrtPriceX96.compareTo(TickMath.MAX_SQRT_PRICE_X96) < 0
                ? TickMath.tickAtSqrtPriceX96(sqrtPriceX96)
                : TickMath.MAX_TICK;
    }
}
