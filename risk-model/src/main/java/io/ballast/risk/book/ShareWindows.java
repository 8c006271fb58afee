/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.RollingLvr;
import io.ballast.risk.rebalancing.StartedWindow;
import io.ballast.risk.rebalancing.TokenLosses;
import io.ballast.risk.rolling.FlowSum;
import io.ballast.risk.rolling.RollingIl;
import io.ballast.risk.rolling.RollingLoss;
import io.ballast.risk.rolling.UnitHoldings;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/** Losses of shares of a pool, of one holder or of many together: what each LP token lost, times how many there are. */
final class ShareWindows {

    private final TokenLosses losses;
    private final UnitHoldings holdings;

    ShareWindows(TokenLosses losses, UnitHoldings holdings) {
        this.losses = losses;
        this.holdings = holdings;
    }

    /**
     * The figures now; null before the pool's first price.
     *
     * @param lpTokens  that there are
     * @param depthX64  with which they came in, times 2^64
     * @param total  losses since entry
     * @param flows  gives what came and went inside a window
     */
    LossFigures figures(
            BigInteger lpTokens,
            BigInteger depthX64,
            Losses total,
            Function<StartedWindow, FlowSum> flows,
            int decimals1,
            long nowMs) {
        if (losses.accrued() == null) {
            return null;
        }
        List<WindowFigures> over = losses.starts(nowMs).stream()
                .map(started -> figures(started, lpTokens, depthX64, flows.apply(started), decimals1))
                .toList();
        return LossFigures.of(total, decimals1, over);
    }

    private WindowFigures figures(
            StartedWindow started, BigInteger lpTokens, BigInteger depthX64, FlowSum inside, int decimals1) {
        LossMeasure lvr = RollingLvr.of(
                lpTokens, inside.net(), losses.perToken().lvr(), () -> losses.perTokenAt(started.start()));
        RollingLoss il = RollingIl.ofShares(
                started.window(),
                started.start(),
                holdings,
                depthX64,
                inside,
                losses.accrued().sqrtPriceX96());
        return WindowFigures.of(il, lvr, decimals1);
    }
}
