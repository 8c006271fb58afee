/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigInteger;

/**
 * A pool's liquidity as of where a window starts.
 *
 * @param lengthMs  of the window, milliseconds
 * @param sinceMs  where it starts; later than that where the pool is not followed for so long
 * @param complete  false: the latter
 * @param liquidity  raw
 */
public record LiquidityOver(long lengthMs, long sinceMs, boolean complete, BigInteger liquidity) {}
