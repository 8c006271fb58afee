/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

/**
 * What a pool's holding changes by; one of the two is never positive and the other never negative. Fees are not in it.
 *
 * @param token0  positive is what the pool gets
 * @param token1  likewise
 */
public record TokenChange(double token0, double token1) {}
