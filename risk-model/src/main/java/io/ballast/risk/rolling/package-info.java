/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Impermanent loss over the last five minutes, hour, day and week, right through deposits and withdrawals.
 *
 * <p>The story. A {@link io.ballast.risk.rolling.Window} starts on a grid of a sixtieth of its length, so {@link
 * io.ballast.risk.rolling.PastValues} of at most 61 prices a window know every {@link
 * io.ballast.risk.rolling.WindowStart} for good. Liquidity that was there at the start is measured against the
 * tokens it held then; liquidity that came later against the tokens it brought; what left is settled at the price it left
 * at. A position's {@link io.ballast.risk.rolling.PositionFlows} keep what came and went as sums over stretches of time
 * that no window's start can part ({@link io.ballast.risk.rolling.FlowSum}). They are linear in liquidity, so a
 * {@link io.ballast.risk.rolling.RollingGroup} has nothing to do but add them up by tick and by grid cell: its loss at
 * any price is a handful of tree queries, and taking a flow back is a subtraction.
 *
 * <p>In a pool of shares everybody has the same range. What a {@link io.ballast.risk.rolling.UnitHolding} of its depth held at the
 * start and holds now is all that is needed of its curve, whatever that is, and a group is one holder with sums: {@link
 * io.ballast.risk.rolling.ShareFlows}.
 *
 * <p>Everything is an exact integer until one conversion to double at the end. Scales are in the names: liquidity times
 * 2^64, tokens times 2^256.
 */
package io.ballast.risk.rolling;
