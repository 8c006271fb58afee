/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import java.math.BigInteger;

/**
 * One step of a swap, inside one liquidity range.
 *
 * @param sqrtPriceNextX96  sqrt price after the step, Q64.96
 * @param amountIn  raw units of the input token that moved the price, fee not included
 * @param amountOut  raw units of the output token
 * @param feeAmount  raw units of the input token kept as fee, the protocol's share included
 */
public record SwapStep(BigInteger sqrtPriceNextX96, BigInteger amountIn, BigInteger amountOut, BigInteger feeAmount) {}
