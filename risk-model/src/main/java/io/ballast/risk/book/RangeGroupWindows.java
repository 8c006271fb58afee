/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.aggregate.ProfileAmounts;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rebalancing.ConcentratedLosses;
import io.ballast.risk.rebalancing.GroupLvr;
import io.ballast.risk.rebalancing.StartGrowths;
import io.ballast.risk.rebalancing.StartedWindow;
import io.ballast.risk.rolling.RollingGroup;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.List;

/**
 * Losses over windows of a group of a concentrated pool's positions. Closed ones count with what went out of them inside the
 * window.
 *
 * <p>Mutable and single-threaded.
 */
final class RangeGroupWindows {

    private final ConcentratedLosses losses;
    private final LiquidityProfile liquidity;
    private final RollingGroup flows;
    private final GroupLvr lvr;
    private long forgottenMs = Long.MIN_VALUE;

    /** @param liquidity  of the group; each change is made there before {@link #replace} is told of it */
    RangeGroupWindows(ConcentratedLosses losses, StartGrowths growths, Windows windows, LiquidityProfile liquidity) {
        this.losses = losses;
        this.liquidity = liquidity;
        flows = new RollingGroup(windows);
        lvr = new GroupLvr(flows, liquidity, growths);
    }

    /** An account became another; null: there was or is none. */
    void replace(PositionAccount before, PositionAccount now) {
        if (before != null && now != null && haveSameRange(before.state(), now.state())) {
            PositionIdentity range = now.state().identity();
            flows.replace(
                    range.tickLower(),
                    range.tickUpper(),
                    before.state().flows(),
                    now.state().flows());
            flows.liquidityChanged(
                    range.tickLower(), range.tickUpper(), now.liquidity().subtract(before.liquidity()));
            return;
        }
        if (before != null) {
            PositionIdentity range = before.state().identity();
            flows.remove(range.tickLower(), range.tickUpper(), before.state().flows());
            flows.liquidityChanged(
                    range.tickLower(), range.tickUpper(), before.liquidity().negate());
        }
        if (now != null) {
            PositionIdentity range = now.state().identity();
            flows.add(range.tickLower(), range.tickUpper(), now.state().flows());
            flows.liquidityChanged(range.tickLower(), range.tickUpper(), now.liquidity());
        }
    }

    private static boolean haveSameRange(PositionState one, PositionState other) {
        return one.identity().tickLower() == other.identity().tickLower()
                && one.identity().tickUpper() == other.identity().tickUpper();
    }

    /** See {@link BookGroup#forgetBefore}. */
    void forgetBefore(long nowMs) {
        if (nowMs > forgottenMs) {
            flows.forgetBefore(nowMs);
            forgottenMs = nowMs;
        }
    }

    /**
     * The losses now.
     *
     * @param grown  sum over the positions of liquidity times what a unit of its range has lost so far
     */
    List<WindowFigures> figures(LossMeasure grown, int decimals1, long nowMs) {
        List<StartedWindow> started = losses.starts(Math.max(nowMs, forgottenMs));
        if (started.isEmpty()) {
            return List.of();
        }
        BigInteger sqrtPriceX96 = losses.accrued().sqrtPriceX96();
        ProfileAmounts amounts = liquidity.amountsAt(sqrtPriceX96);
        return started.stream()
                .map(window -> WindowFigures.of(
                        flows.loss(window.window(), window.start(), liquidity, amounts, sqrtPriceX96),
                        lvr.over(window, grown),
                        decimals1))
                .toList();
    }
}
