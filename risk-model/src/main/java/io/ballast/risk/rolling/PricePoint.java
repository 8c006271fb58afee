/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * A pool's price at a time.
 *
 * @param timeMs  event time
 * @param sqrtPriceX96  root of the raw price, Q64.96; positive
 */
public record PricePoint(long timeMs, BigInteger sqrtPriceX96) {

    public PricePoint {
        if (sqrtPriceX96.signum() <= 0) {
            throw new IllegalArgumentException("sqrtPriceX96 " + sqrtPriceX96 + " at " + timeMs + " is not positive");
        }
    }
}
