/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Loss versus rebalancing and markout of every position, realised step by step, since entry and over windows.
 *
 * <p>The story. Each {@link io.ballast.risk.rebalancing.Step} of the price leaves a loss on every stretch of the price axis
 * that it passes, the same for each unit of liquidity there, whoever owns it. So a pool keeps one sum of all steps
 * ({@link io.ballast.risk.rebalancing.AccruedLosses}) and, at each tick that was crossed, what of it lies on the far side
 * ({@link io.ballast.risk.rebalancing.OutsideLosses}), as v3 does with fees: {@link
 * io.ballast.risk.rebalancing.ConcentratedLosses}. A pool of shares has no ticks and one sum for each LP token: {@link
 * io.ballast.risk.rebalancing.TokenLosses}. A position remembers where the sum of its range stood when its liquidity last
 * changed ({@link io.ballast.risk.rebalancing.PositionLosses}); it is not touched in between. For windows, old values of the
 * sums are kept where a window can start between two changes, and a position's flows carry what its range had grown to:
 * {@link io.ballast.risk.rebalancing.RollingLvr}. Over a group these add up by boundary: {@link
 * io.ballast.risk.rebalancing.GroupLvr}.
 *
 * <p>Everything is an exact integer ({@link io.ballast.risk.loss.LossMeasure}) until one conversion to double, so that to
 * undo is to have never been. Prices come with each record, as {@link io.ballast.risk.rebalancing.Marks}. A step without a USD
 * or a market price leaves its length in place of a loss: those who were in range then have no USD figure or no markout, and
 * only those.
 */
package io.ballast.risk.rebalancing;
