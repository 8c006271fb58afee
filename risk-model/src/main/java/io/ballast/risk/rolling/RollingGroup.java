/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.aggregate.ProfileAmounts;
import java.math.BigInteger;
import java.util.List;

/**
 * Rolling impermanent loss of a group of positions (a pool, or a portfolio's part of it) without touching the positions.
 *
 * <p>With start price R, price now P, and B the liquidity of now by tick, the liquidity of now would have lost {@code V_B(P)
 * - x_B(R)*P - y_B(R)} had it been there all along: two queries of B's profile. Flows inside the window correct it: young
 * lots are measured against the tokens they brought instead, and what went out is settled. Each {@link FlowSum} is linear
 * in liquidity and stands on its own, so the correction is the sum over the grid cells inside the window, at most 60, of
 * the cells' own profiles. When the window's start moves, cells drop out of the sum and nothing is moved from group to group;
 * there is no order to get wrong, and time may go back as well as on.
 *
 * <p>Derived, never stored: {@link #add} the flows of all positions, closed ones included, to build it, {@link #replace} an
 * old value by a new one on a change, and the new by the old to undo that. All is exact integers, so the group depends on
 * the flows it holds and not on how it came to hold them.
 *
 * <p>Cost: a change O(records changed) for each window, and at the next question O(log boundaries) for each tick that has
 * changed, in each window; a question O(log boundaries), and once after the start has moved that for each cell.
 *
 * <p>Memory goes by ticks, not by lots: each cell has a {@link LiquidityProfile}, so many lots on few ticks cost little each, and
 * most where hardly two lots of a cell share a tick.
 * Cells leave with {@link #forgetBefore}.
 *
 * <p>Mutable and single-threaded.
 */
public final class RollingGroup {

    /** From tokens of {@link ProfileAmounts} to tokens times 2^256. */
    private static final int AMOUNT0_SHIFT = Scale.TOKENS - 160;

    private static final int AMOUNT1_SHIFT = Scale.TOKENS - 96;

    private final Windows windows;
    private final List<WindowFlows> flows;

    public RollingGroup(Windows windows) {
        this.windows = windows;
        this.flows = windows.all().stream().map(WindowFlows::new).toList();
    }

    /** Adds a position's flows. */
    public void add(int tickLower, int tickUpper, PositionFlows flows) {
        replace(tickLower, tickUpper, PositionFlows.NONE, flows);
    }

    /** Takes a position's flows out: it leaves for another group, or they are too old for any window. */
    public void remove(int tickLower, int tickUpper, PositionFlows flows) {
        replace(tickLower, tickUpper, flows, PositionFlows.NONE);
    }

    /**
     * A position's flows become others: after a deposit or a withdrawal, or the other way round to undo it.
     *
     * @param before  as they were added
     */
    public void replace(int tickLower, int tickUpper, PositionFlows before, PositionFlows after) {
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        FlowDifference.of(before, after).forEach((old, changed) -> {
            FlowChange change = FlowChange.of(tickLower, tickUpper, old, changed);
            for (WindowFlows window : flows) {
                window.change(change);
            }
        });
    }

    /**
     * Lets go of what no window needs that ends at a time or later.
     *
     * @param nowMs  event time of the oldest state that an undo can still bring back; never an earlier one than before
     */
    public void forgetBefore(long nowMs) {
        flows.forEach(window -> window.forgetBefore(nowMs));
    }

    /**
     * The group's loss over one window.
     *
     * @param start  where the window starts, and the pool's price there
     * @param liquidity  of all the group's positions now
     * @param sqrtPriceX96  the pool's price now
     */
    public RollingLoss loss(Window window, WindowStart start, LiquidityProfile liquidity, BigInteger sqrtPriceX96) {
        return loss(window, start, liquidity, liquidity.amountsAt(sqrtPriceX96), sqrtPriceX96);
    }

    /**
     * The same, for several windows in a row.
     *
     * @param now  tokens that the liquidity stands for at the price now
     */
    public RollingLoss loss(
            Window window, WindowStart start, LiquidityProfile liquidity, ProfileAmounts now, BigInteger sqrtPriceX96) {
        BigInteger lossX256 = lossHadNothingMoved(liquidity.amountsAt(start.sqrtPriceX96()), now, sqrtPriceX96)
                .add(of(window).lossX256(start, sqrtPriceX96));
        return RollingLoss.neverPositive(window, start, lossX256);
    }

    /** What came in less what went out inside a window, with the losses that its range had grown to. */
    public Grown netInside(Window window, WindowStart start) {
        return of(window).netInside(start);
    }

    /**
     * Has the group's liquidity at a window's start kept from now on.
     *
     * @param now  its liquidity now; whoever changes it says so to {@link #liquidityChanged}
     * @param startMs  where the window starts
     */
    public StartLiquidity atStart(Window window, LiquidityProfile now, long startMs) {
        return of(window).atStart(now, startMs);
    }

    /** The group's liquidity of now has changed by so much in a range. */
    public void liquidityChanged(int tickLower, int tickUpper, BigInteger change) {
        if (change.signum() != 0) {
            flows.forEach(window -> window.liquidityChanged(tickLower, tickUpper, change));
        }
    }

    /** Grid cells held for a window. */
    int cells(Window window) {
        return of(window).cells();
    }

    private WindowFlows of(Window window) {
        return flows.get(windows.indexOf(window));
    }

    private BigInteger lossHadNothingMoved(ProfileAmounts then, ProfileAmounts now, BigInteger sqrtPriceX96) {
        BigInteger bought0 = now.amount0X160().subtract(then.amount0X160()).shiftLeft(AMOUNT0_SHIFT);
        BigInteger bought1 = now.amount1X96().subtract(then.amount1X96()).shiftLeft(AMOUNT1_SHIFT);
        return Scale.inToken1(bought0, sqrtPriceX96).add(bought1);
    }
}
