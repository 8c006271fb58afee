/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How much of an asset to hold against the pools, when to trade, and where: targets, no-trade bands, and advice that says why
 * in words and figures. Exposures are netted over the portfolio before they come here.
 */
package io.ballast.risk.hedge.advice;
