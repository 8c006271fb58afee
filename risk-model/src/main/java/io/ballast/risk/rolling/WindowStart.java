/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * Where a window starts and the price there.
 *
 * @param timeMs  of the grid point; for an incomplete window the time of the first price known
 * @param sqrtPriceX96  the price as of then: of the last tick at or before it
 * @param complete  false when the pool has been followed for less than the window: it then starts at the first price
 *     known, and must be published with that time
 */
public record WindowStart(long timeMs, BigInteger sqrtPriceX96, boolean complete) {

    /** True for what happens inside the window. Nothing we know happened before an incomplete window. */
    boolean isBefore(long eventMs) {
        return !complete || eventMs > timeMs;
    }
}
