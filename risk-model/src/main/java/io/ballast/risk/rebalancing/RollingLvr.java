/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rolling.Grown;
import java.math.BigInteger;
import java.util.function.Supplier;

/**
 * Loss versus rebalancing over a window, exactly: of one position, or of a group whose positions all have the same range.
 *
 * <p>With I(t) what a unit of its range has lost by t, the loss is the sum of {@code L * (I at the end - I at the start)}
 * over the stretches of constant liquidity L. Summed by parts, with u the window's start and dL what came in or went out at
 * f:
 *
 * <pre>  L_now * I(now) - sum of dL * I(f) - L_u * I(u),      L_u = L_now - sum of dL</pre>
 *
 * <p>so flows inside the window need two plain sums, whatever their number.
 */
public final class RollingLvr {

    private RollingLvr() {}

    /**
     * The loss over one window.
     *
     * @param units  liquidity or LP tokens now
     * @param net  what came in less what went out inside the window, in the same units
     * @param grown  loss of one unit so far
     * @param grownAtStart  the same at the window's start; asked for only if something was there
     */
    public static LossMeasure of(BigInteger units, Grown net, LossMeasure grown, Supplier<LossMeasure> grownAtStart) {
        BigInteger atStart = units.subtract(net.units());
        LossMeasure since = grown.times(units).minus(net.times());
        return atStart.signum() == 0 ? since : since.minus(grownAtStart.get().times(atStart));
    }
}
