/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * A loss as a function of the price now: {@code tokens0 * P + fixed}.
 *
 * @param startSqrtPriceX96  price at the window's start that it holds for
 * @param tokens0X256  token0 that young lots would have held at the start, less what they brought
 * @param fixedX256  token1 likewise, and the loss of what went out
 */
record CellLoss(BigInteger startSqrtPriceX96, BigInteger tokens0X256, BigInteger fixedX256) {}
