/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

/**
 * One holding twice, and two prices.
 *
 * @param curve  ours
 * @param exact  the reference
 * @param price  where figures are compared
 * @param to  where the price goes
 */
public record PairCase(PairCurve curve, ExactPair exact, double price, double to) {}
