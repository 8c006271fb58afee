/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/**
 * What a group of positions has earned and lost step by step since they came in, in human units. Sums are not rounded position
 * by position, as what the contracts pay is.
 *
 * @param fees0  fees in token0, collected or not
 * @param fees1  fees in token1
 * @param feesValue  both at the pool's price, in token1
 * @param losses  since entry and over windows, those with closed positions' part; null before the first price
 */
public record GroupIncome(double fees0, double fees1, double feesValue, LossFigures losses) {}
