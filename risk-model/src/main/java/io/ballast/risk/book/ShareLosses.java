/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.risk.pool.constantproduct.ConstantProductState;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rebalancing.PairLosses;
import io.ballast.risk.rebalancing.PositionLosses;
import io.ballast.risk.rebalancing.RollingLvr;
import io.ballast.risk.rebalancing.StartedWindow;
import io.ballast.risk.rolling.Grown;
import io.ballast.risk.rolling.LiquidityRange;
import io.ballast.risk.rolling.PositionFlows;
import io.ballast.risk.rolling.PricePoint;
import io.ballast.risk.rolling.RollingIl;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.List;

/**
 * Loss versus rebalancing, markout and losses over windows of a pair's holders. Loss versus rebalancing is counted for each
 * LP token, with the fees that have grown into it; impermanent loss over a window for the root k that it came in with.
 */
final class ShareLosses {

    /** Between its ends the loss of a move does not depend on them. */
    private static final LiquidityRange ALL_PRICES = LiquidityRange.ofTicks(TickMath.MIN_TICK, TickMath.MAX_TICK);

    private final PairLosses losses;
    private final Windows windows;

    ShareLosses(PairLosses losses, Windows windows) {
        this.losses = losses;
        this.windows = windows;
    }

    /**
     * Takes the step of a sync.
     *
     * @param midway  between the transfer that mints or burns LP tokens and its log: then the supply is already that of the
     *     reserves after the sync, the protocol's part included
     */
    void follow(ConstantProductState before, ConstantProductState after, boolean midway, Marks marks) {
        BigInteger sqrtPriceX96 =
                PairShare.hasPrice(after) ? SqrtPrice.encode(after.reserve1(), after.reserve0()) : BigInteger.ZERO;
        if (sqrtPriceX96.signum() == 0) {
            return;
        }
        if (midway || losses.accrued() == null) {
            losses.follow(sqrtPriceX96, after.reserve0().multiply(sqrtPriceX96), after.totalSupply(), marks);
        } else {
            BigInteger depthX96 = before.reserve0().multiply(losses.accrued().sqrtPriceX96());
            losses.follow(sqrtPriceX96, depthX96, before.totalSupplyWithFee(), marks);
        }
    }

    /** New LP tokens came in. */
    PositionState deposited(PositionState position, BigInteger held, LpMovement minted, Marks marks) {
        if (losses.accrued() == null) {
            return position;
        }
        Grown grown = Grown.of(minted.lpTokens(), losses.perToken().lvr());
        return position.withLosses(
                settled(position, held),
                position.flows().deposit(windows, now(marks), ALL_PRICES, minted.entryRootKX64(), grown));
    }

    /** LP tokens go to somebody else: {@link #lots} and {@link #losses} of them go along. */
    PositionState given(PositionState position, BigInteger held, LpMovement moved, PositionFlows lots) {
        return position.withLosses(
                settled(position, held).minus(moved.losses()), position.flows().withoutLots(lots));
    }

    /** LP tokens come from somebody else. */
    PositionState received(PositionState position, BigInteger held, LpMovement moved, PositionFlows lots) {
        return position.withLosses(
                settled(position, held).plus(moved.losses()), position.flows().plus(lots));
    }

    /** LP tokens are on their way out: their losses stay with them until they are paid. */
    PositionState leaving(PositionState position, BigInteger held, LpMovement moved, Marks marks) {
        if (losses.accrued() == null) {
            return position;
        }
        Grown grown = Grown.of(moved.lpTokens(), losses.perToken().lvr());
        PositionFlows flows = position.flows()
                .withdraw(windows, now(marks), ALL_PRICES, moved.entryRootKX64(), position.entryRootKX64(), grown);
        return position.withLosses(settled(position, held).minus(moved.losses()), flows);
    }

    /** Losses so far of a part of the LP tokens that a holder has. */
    Losses part(PositionState position, BigInteger held, BigInteger part) {
        return settled(position, held).part(part, held);
    }

    LossFigures figures(PositionState position, BigInteger held, int decimals1, long nowMs) {
        Losses grown = losses.perToken();
        List<WindowFigures> over = losses.starts(nowMs).stream()
                .map(started -> figures(started, position, held, grown.lvr(), decimals1))
                .toList();
        return LossFigures.of(position.losses().total(held, grown), decimals1, over);
    }

    private WindowFigures figures(
            StartedWindow started, PositionState position, BigInteger held, LossMeasure grown, int decimals1) {
        LossMeasure lvr =
                RollingLvr.of(started.start(), held, position.flows(), grown, () -> losses.perTokenAt(started.start()));
        return WindowFigures.of(
                RollingIl.of(
                        started.window(),
                        started.start(),
                        ALL_PRICES,
                        position.entryRootKX64(),
                        position.flows(),
                        losses.accrued().sqrtPriceX96()),
                lvr,
                decimals1);
    }

    private PositionLosses settled(PositionState position, BigInteger held) {
        return position.losses().settle(held, losses.perToken());
    }

    private PricePoint now(Marks marks) {
        return new PricePoint(losses.timeOf(marks), losses.accrued().sqrtPriceX96());
    }
}
