/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigInteger;

/**
 * A pool's liquidity, as {@link PoolFigures} has it.
 *
 * @param liquidity  raw
 * @param sinceMs  event time since when it is so, milliseconds
 * @param first  what it was when it became known
 * @param firstMs  event time of that
 */
public record HeldLiquidity(BigInteger liquidity, long sinceMs, BigInteger first, long firstMs) {}
