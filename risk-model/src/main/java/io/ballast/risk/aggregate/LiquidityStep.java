/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;

/**
 * By how much a group's liquidity in range changes where the price rises through a tick.
 *
 * @param tick  a boundary of ranges
 * @param net  raw liquidity, any sign, not zero
 */
public record LiquidityStep(int tick, BigInteger net) {

    public LiquidityStep {
        if (net.signum() == 0) {
            throw new IllegalArgumentException("a step of liquidity at tick " + tick + " must not be zero");
        }
    }
}
