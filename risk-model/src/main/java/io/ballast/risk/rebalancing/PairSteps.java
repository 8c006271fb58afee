/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.loss.LossMeasure;
import java.math.BigInteger;

/**
 * What each LP token of a constant product pair loses by a step: {@code (sqrt(k) / supply) * (t - s)^2 / s}. Fees stay in the pair
 * and make sqrt(k) grow: they lose along.
 *
 * <p>Mutable and single-threaded: it has working space.
 */
public final class PairSteps {

    private static final int FRACTION_BITS = 96;

    private final StepArithmetic arithmetic = new StepArithmetic();

    /**
     * Losses of one LP token.
     *
     * @param from  sqrt price before, Q64.96
     * @param to  sqrt price after
     * @param depthX96  sqrt(reserve0 * reserve1) that made the step, times 2^96
     * @param supply  LP tokens that share it; zero: nobody loses
     */
    public Losses ofToken(BigInteger from, BigInteger to, BigInteger depthX96, BigInteger supply, Marks marks) {
        if (supply.signum() == 0 || from.equals(to)) {
            return Losses.ZERO;
        }
        Losses ofUnit = new Step(from, to, marks, arithmetic).whole();
        return new Losses(ofToken(ofUnit.lvr(), depthX96, supply), ofToken(ofUnit.markout(), depthX96, supply));
    }

    /** The unpriced part says only that there is one: left as it is it cannot be rounded to nothing. */
    private static LossMeasure ofToken(LossMeasure ofUnit, BigInteger depthX96, BigInteger supply) {
        BigInteger whole = supply.shiftLeft(FRACTION_BITS);
        return new LossMeasure(
                ofUnit.token1X160().multiply(depthX96).divide(whole),
                ofUnit.usdX256().multiply(depthX96).divide(whole),
                ofUnit.unpricedX96());
    }
}
