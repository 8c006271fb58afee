/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.rebalancing.ConcentratedLosses;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rebalancing.PositionLosses;
import io.ballast.risk.rebalancing.RollingLvr;
import io.ballast.risk.rebalancing.StartedWindow;
import io.ballast.risk.rolling.Grown;
import io.ballast.risk.rolling.HeldTokens;
import io.ballast.risk.rolling.LiquidityRange;
import io.ballast.risk.rolling.PositionFlows;
import io.ballast.risk.rolling.PricePoint;
import io.ballast.risk.rolling.RollingIl;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.List;

/**
 * Loss versus rebalancing, markout and losses over windows of a concentrated pool's positions. Before the pool's first price
 * nothing is lost, and what came in then was there at the beginning.
 */
final class RangeLosses {

    private final ConcentratedPool pool;
    private final ConcentratedLosses losses;
    private final Windows windows;

    RangeLosses(ConcentratedPool pool, ConcentratedLosses losses, Windows windows) {
        this.pool = pool;
        this.losses = losses;
        this.windows = windows;
    }

    /** @param held  liquidity before, as far as we know */
    PositionState deposited(PositionState position, BigInteger held, BigInteger liquidity, Marks marks) {
        if (losses.accrued() == null) {
            return position;
        }
        Losses grown = inside(position);
        PositionFlows flows = position.flows()
                .deposit(
                        windows,
                        losses.timeOf(marks),
                        liquidityX64(liquidity),
                        tokens(position, liquidity),
                        Grown.of(liquidity, grown.lvr()));
        return position.withLosses(position.losses().settle(held, grown), flows);
    }

    /**
     * @param held  liquidity before, as far as we know
     * @param liquidity  taken out; what is more than we know of was never counted
     */
    PositionState withdrawn(PositionState position, BigInteger held, BigInteger liquidity, Marks marks) {
        BigInteger part = liquidity.min(held);
        if (losses.accrued() == null || part.signum() == 0) {
            return position;
        }
        Losses grown = inside(position);
        PositionLosses left = position.losses().settle(held, grown).withdraw(part, held);
        PositionFlows flows = position.flows()
                .withdraw(
                        windows,
                        now(marks),
                        liquidityX64(part),
                        liquidityX64(held),
                        tokens(position, part),
                        Grown.of(part, grown.lvr()));
        return position.withLosses(left, flows);
    }

    LossFigures figures(PositionState position, BigInteger liquidity, int decimals1, long nowMs) {
        Losses grown = inside(position);
        List<WindowFigures> over = losses.starts(nowMs).stream()
                .map(started -> figures(started, position, liquidity, grown.lvr(), decimals1))
                .toList();
        return LossFigures.of(position.losses().total(liquidity, grown), decimals1, over);
    }

    private WindowFigures figures(
            StartedWindow started, PositionState position, BigInteger liquidity, LossMeasure grown, int decimals1) {
        PositionIdentity identity = position.identity();
        LossMeasure lvr = RollingLvr.of(
                liquidity,
                position.flows().netInside(started.start()),
                grown,
                () -> losses.insideAt(started.start(), identity.tickLower(), identity.tickUpper()));
        return WindowFigures.of(
                RollingIl.of(
                        started.window(),
                        started.start(),
                        range(position),
                        liquidityX64(liquidity),
                        position.flows(),
                        losses.accrued().sqrtPriceX96()),
                lvr,
                decimals1);
    }

    private Losses inside(PositionState position) {
        return losses.inside(
                position.identity().tickLower(), position.identity().tickUpper());
    }

    private PricePoint now(Marks marks) {
        return new PricePoint(losses.timeOf(marks), losses.accrued().sqrtPriceX96());
    }

    private LiquidityRange range(PositionState position) {
        return new LiquidityRange(
                pool.sqrtPriceX96AtTick(position.identity().tickLower()),
                pool.sqrtPriceX96AtTick(position.identity().tickUpper()));
    }

    private HeldTokens tokens(PositionState position, BigInteger liquidity) {
        return range(position).tokens(liquidityX64(liquidity), losses.accrued().sqrtPriceX96());
    }

    private static BigInteger liquidityX64(BigInteger liquidity) {
        return liquidity.shiftLeft(PositionFlows.LIQUIDITY_FRACTION_BITS);
    }
}
