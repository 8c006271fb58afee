/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

/**
 * How long a position has been in its range, up to a moment; event time.
 *
 * @param heldMs  milliseconds for which it held liquidity
 * @param insideMs  of these, with the price in its range
 * @param stateSinceMs  since when the price is where it is, seen from the range; not before the liquidity came in
 */
public record TimeInRange(long heldMs, long insideMs, long stateSinceMs) {}
