/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import java.math.BigInteger;

/**
 * One move of a pool's sqrt price from s to t, and what a unit of liquidity loses by it on each part of the way.
 *
 * <p>Every part is valued at the step's <em>final</em> price: the traders' profit is made at where the price ends, so a part
 * that the price has long left behind costs the more the further the price goes on. With H(w) = (w - t)^2 / w, the part
 * from s to w costs
 *
 * <pre>  LVR:      H(s) - H(w)                              &ge; 0, whole step (t - s)^2 / s
 *   markout:  (Q/s + s) - (Q/w + w)                    Q the market's price; with Q = t^2 it is the LVR</pre>
 *
 * <p>Each of the four terms is rounded down once, by itself. So parts add up to the whole exactly, wherever the way is cut, and
 * what a range loses depends on its own ends alone. The guard bits: 64 beyond the 96 of the price.
 *
 * <p>Source: Milionis, Moallemi, Roughgarden, Zhang, arXiv:2208.06046 (the loss of a step); that it is a measure on the
 * price axis follows by exchanging the order of integration, see docs/concepts/lvr.md.
 */
final class Step {

    private final BigInteger start;
    private final BigInteger end;
    private final Marks marks;
    private final StepArithmetic arithmetic;
    private final BigInteger lossFromStart;
    private final BigInteger worthAtStart;

    /**
     * @param start  sqrt price before, Q64.96
     * @param end  sqrt price after
     */
    Step(BigInteger start, BigInteger end, Marks marks, StepArithmetic arithmetic) {
        this.start = start;
        this.end = end;
        this.marks = marks;
        this.arithmetic = arithmetic;
        this.lossFromStart = lossTo(start);
        this.worthAtStart = marks.marketPriceX192() == null ? null : worthAt(start);
    }

    /** All of it. */
    Losses whole() {
        return losses(lossFromStart, end);
    }

    /** The part from its start to a sqrt price on its way. */
    Losses upTo(BigInteger sqrtPriceX96) {
        return losses(lossFromStart.subtract(lossTo(sqrtPriceX96)), sqrtPriceX96);
    }

    private Losses losses(BigInteger lvrX160, BigInteger upTo) {
        BigInteger markoutX160 = worthAtStart == null ? null : worthAtStart.subtract(worthAt(upTo));
        return Losses.of(lvrX160, markoutX160, upTo.subtract(start).abs(), marks);
    }

    /** H(w), times 2^160. */
    private BigInteger lossTo(BigInteger w) {
        return arithmetic.lossTo(w, end);
    }

    /** Q/w + w, times 2^160. */
    private BigInteger worthAt(BigInteger w) {
        return arithmetic.worthAt(w, marks.marketPriceX192());
    }
}
