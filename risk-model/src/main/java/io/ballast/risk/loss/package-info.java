/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Closed forms of amounts, value, delta, gamma and impermanent loss on doubles, in whatever units liquidity and price are;
 * and {@link io.ballast.risk.loss.LossMeasure}, a loss in exact integers where it is added up step by step.
 */
package io.ballast.risk.loss;
