/* SPDX-License-Identifier: Apache-2.0 */
/** Closed forms of amounts, value, delta, gamma and impermanent loss on doubles, in whatever units liquidity and price are. */
package io.ballast.risk.loss;
