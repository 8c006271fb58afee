/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;

/**
 * A group's figures at one price of a ladder.
 *
 * @param shift  relative change of the price from the current one
 * @param sqrtPriceX96  the shifted sqrt price, Q64.96; may lie outside a pool's own prices
 * @param figures  raw units
 */
public record LadderRung(double shift, BigInteger sqrtPriceX96, GroupFigures figures) {}
