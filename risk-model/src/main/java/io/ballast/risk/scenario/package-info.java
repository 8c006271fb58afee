/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a book would be worth elsewhere, and how likely that is.
 *
 * <p>A {@link io.ballast.risk.scenario.Shock} moves prices and volatilities; {@link io.ballast.risk.scenario.Revaluation} values
 * every leg anew there, with no linear approximation. {@link io.ballast.risk.scenario.LognormalRisk} gives the exact
 * distribution of a book of concentrated positions and perpetuals under a lognormal price, {@link
 * io.ballast.risk.scenario.HistoricalRisk} that of past moves. Source: formula sheet 7.
 */
package io.ballast.risk.scenario;
