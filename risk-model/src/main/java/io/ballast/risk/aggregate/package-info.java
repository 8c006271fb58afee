/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a group of concentrated positions is worth at any price, without touching the positions.
 *
 * <p>A position of liquidity L over [a, b] changes its formula at its two ends only. Going up in the sqrt price s, the
 * lower end adds L to the liquidity in range and the upper end takes it away. So a group of any size is known by the net
 * liquidity at each boundary, and three sums over boundaries give everything at a price:
 *
 * <pre>
 *   N  = sum of net over boundaries at or below s        liquidity in range
 *   N2 = sum of net * t over boundaries at or below s
 *   A0 = sum of net / t over boundaries above s
 *   token0  x = A0 + N / s       token1  y = N * s - N2       V = A0 * s^2 + 2 * N * s - N2       gamma = -N / (2 s^3)
 * </pre>
 *
 * <p>{@link io.ballast.risk.aggregate.LiquidityProfile} keeps them as exact integers in a balanced tree: a deposit or
 * withdrawal and a question at any price take time in proportion to the logarithm of the number of boundaries, nothing ever
 * drifts, and what was put in and taken out again leaves exactly zero. {@link io.ballast.risk.aggregate.GroupTotals} adds
 * the tokens that the positions are measured against and gives value, loss and deltas; {@link
 * io.ballast.risk.aggregate.SpotLadder} asks it at several prices around the current one.
 *
 * <p>Source: v3 whitepaper sections 6.2 and 6.3 (liquidity net by tick); eq. 6.29 and 6.30 for the amounts.
 */
package io.ballast.risk.aggregate;
