/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Positions and hedges of many pools and venues as one: sums by portfolio, pool, venue and chain, exposure by asset, limits,
 * and where the result came from.
 *
 * <p>Sums are exact and rounded once ({@link io.ballast.risk.sum.ExactSum}): a portfolio is the sum of its positions, not
 * nearly so.
 */
package io.ballast.risk.portfolio;
