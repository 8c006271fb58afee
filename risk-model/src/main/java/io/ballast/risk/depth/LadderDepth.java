/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

import java.util.Iterator;

/**
 * Depth of a concentrated pool: between two boundaries the liquidity is L, and the way from sqrt price s to t takes {@code L*(1/t - 1/s)} of
 * token0 and {@code L*(t - s)} of token1. The ladder is walked as far as the question goes.
 *
 * <p>Source: Uniswap v3 core whitepaper, eq. 6.14 and 6.16.
 */
public final class LadderDepth implements PoolDepth {

    /**
     * A boundary of liquidity.
     *
     * @param sqrtPrice  raw
     * @param liquidityNet  what comes in range when the price goes up through it
     */
    public record Rung(int tick, double sqrtPrice, double liquidityNet) {

        Rung plus(double more) {
            return new Rung(tick, sqrtPrice, liquidityNet + more);
        }
    }

    /** The boundaries at or below the pool's tick going down, or above it going up; from the nearest on. */
    public interface Rungs {
        Iterator<Rung> rungs(boolean down);
    }

    private final double sqrtPrice;
    private final double liquidity;
    private final Rungs rungs;

    /**
     * @param sqrtPrice  raw
     * @param liquidity  in range there, not negative
     */
    public LadderDepth(double sqrtPrice, double liquidity, Rungs rungs) {
        this.sqrtPrice = sqrtPrice;
        this.liquidity = liquidity;
        this.rungs = rungs;
    }

    /** This ladder without a part of its liquidity. */
    public LadderDepth without(int tickLower, int tickUpper, double part, int tick) {
        boolean inRange = tickLower <= tick && tick < tickUpper;
        return new LadderDepth(
                sqrtPrice,
                Math.max(0, inRange ? liquidity - part : liquidity),
                down -> new RungsWithout(rungs.rungs(down), tickLower, tickUpper, part));
    }

    @Override
    public double price() {
        return sqrtPrice * sqrtPrice;
    }

    @Override
    public TokenChange to(double price) {
        return new Walk(price < price()).upTo(Math.sqrt(price));
    }

    @Override
    public TokenChange selling0(double amount) {
        return new Walk(true).until(amount);
    }

    @Override
    public TokenChange selling1(double amount) {
        return new Walk(false).until(amount);
    }

    /** One way from the price on. Mutable. */
    private final class Walk {
        private final boolean down;
        private final Iterator<Rung> ahead;
        private double at = sqrtPrice;
        private double here = liquidity;
        private double token0;
        private double token1;

        Walk(boolean down) {
            this.down = down;
            ahead = rungs.rungs(down);
        }

        TokenChange upTo(double end) {
            while (ahead.hasNext()) {
                Rung next = ahead.next();
                double boundary = next.sqrtPrice();
                if (down ? boundary <= end : boundary >= end) {
                    break;
                }
                go(boundary);
                cross(next);
            }
            go(end);
            return new TokenChange(token0, token1);
        }

        /** Null: the ladder ends before. */
        TokenChange until(double amount) {
            while (ahead.hasNext()) {
                Rung next = ahead.next();
                double end = after(amount - got());
                double boundary = next.sqrtPrice();
                if (down ? end >= boundary : end <= boundary) {
                    go(end);
                    return new TokenChange(token0, token1);
                }
                go(boundary);
                cross(next);
            }
            return got() >= amount ? new TokenChange(token0, token1) : null;
        }

        private double got() {
            return down ? token0 : token1;
        }

        /** Where this liquidity alone would get so much more; beyond every boundary without any. */
        private double after(double more) {
            if (here <= 0) {
                return more <= 0 ? at : down ? 0 : Double.POSITIVE_INFINITY;
            }
            return down ? 1 / (1 / at + more / here) : at + more / here;
        }

        private void go(double to) {
            token0 += here * (at - to) / (at * to);
            token1 += here * (to - at);
            at = to;
        }

        /** Sums of large numbers that cancel leave roundings: there is no negative liquidity. */
        private void cross(Rung rung) {
            here = Math.max(0, down ? here - rung.liquidityNet() : here + rung.liquidityNet());
        }
    }
}
