/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.loss.LossMeasure;
import java.math.BigInteger;

/**
 * A pool at the start of a window.
 *
 * @param sqrtPriceX96  its price then, Q64.96
 * @param tick  its tick then; 0 in a pool of shares
 * @param lvr  loss versus rebalancing so far, of one unit
 */
public record PoolPast(BigInteger sqrtPriceX96, int tick, LossMeasure lvr) {}
