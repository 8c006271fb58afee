/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.aggregate.GroupGrowth;
import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rolling.RollingGroup;
import io.ballast.risk.rolling.StartLiquidity;
import io.ballast.risk.rolling.Window;
import java.util.HashMap;
import java.util.Map;

/**
 * Loss versus rebalancing of a group of a concentrated pool's positions over windows, without touching the positions: {@link
 * RollingLvr} summed over them, exactly.
 *
 * <pre>  sum L_now * I(now) - sum of dL * I(f) - sum L_u * I(u)</pre>
 *
 * <p>The first sum is what {@link GroupGrowth} keeps for the losses since entry. The second is one of plain sums over grid cells.
 * The third is a {@link GroupGrowth} too: over the liquidity at the window's start and the growth as of the start. When
 * the start moves, it changes by what changed in between, both in the group and in the pool; going back is the same the other
 * way.
 *
 * <p>Cost: a question pays for the boundaries that have changed since the last one or that the price or the window's start has
 * passed, and for a sum over the grid cells when those have. The first question walks all boundaries.
 *
 * <p>Mutable and single-threaded.
 */
public final class GroupLvr {

    /** What is summed up for one window. */
    private record UpToStart(StartLiquidity liquidity, GroupGrowth growth) {}

    private final RollingGroup flows;
    private final LiquidityProfile liquidity;
    private final StartGrowths growths;
    private final Map<Window, UpToStart> byWindow = new HashMap<>();

    /**
     * @param flows  of the group's positions, closed ones included; it is told of every change of the liquidity
     * @param liquidity  of the group now
     */
    public GroupLvr(RollingGroup flows, LiquidityProfile liquidity, StartGrowths growths) {
        this.flows = flows;
        this.liquidity = liquidity;
        this.growths = growths;
    }

    /**
     * The loss over one window.
     *
     * @param grown  sum over the positions of liquidity times what a unit of its range has lost so far
     */
    public LossMeasure over(StartedWindow started, LossMeasure grown) {
        LossMeasure since =
                grown.minus(flows.netInside(started.window(), started.start()).times());
        return started.start().complete() ? since.minus(grownAtStart(started)) : since;
    }

    private LossMeasure grownAtStart(StartedWindow started) {
        StartGrowth growth = growths.at(started);
        UpToStart sums = byWindow.get(started.window());
        if (sums == null) {
            StartLiquidity then =
                    flows.atStart(started.window(), liquidity, started.start().timeMs());
            sums = new UpToStart(then, growth.of(then));
            byWindow.put(started.window(), sums);
        }
        GroupGrowth told = sums.growth();
        sums.liquidity().moveTo(started.start().timeMs());
        sums.liquidity().tell((change, tick) -> told.netChanged(tick, change));
        return StartGrowth.measure(told.sums());
    }
}
