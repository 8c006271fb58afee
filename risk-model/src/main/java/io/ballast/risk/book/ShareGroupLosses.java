/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.PairLosses;
import io.ballast.risk.rebalancing.StartedWindow;
import io.ballast.risk.rolling.Grown;
import io.ballast.risk.rolling.PositionFlows;
import io.ballast.risk.rolling.RollingGroup;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.List;

/**
 * Losses of a group of a pair's holders, since entry and over windows. All have the same range and lose the same for each LP
 * token, so {@link io.ballast.risk.rebalancing.RollingLvr} over the group is the same formula with sums in it. Holders without LP
 * tokens count with what went out of theirs inside a window, and not in the losses since entry.
 *
 * <p>Mutable and single-threaded.
 */
final class ShareGroupLosses {

    private final PairLosses losses;
    private final PoolTerms terms;
    private final RollingGroup flows;
    private final LiquidityProfile rootKX64 = new LiquidityProfile();
    private BigInteger lpTokens = BigInteger.ZERO;
    private Losses settled = Losses.ZERO;
    private long forgottenMs = Long.MIN_VALUE;

    ShareGroupLosses(PoolTerms terms, PairLosses losses, Windows windows) {
        this.losses = losses;
        this.terms = terms;
        flows = new RollingGroup(windows, PositionFlows.LIQUIDITY_FRACTION_BITS);
    }

    /** An account became another; null: there was or is none. */
    void replace(PositionAccount before, PositionAccount now) {
        flows.replace(TickMath.MIN_TICK, TickMath.MAX_TICK, flows(before), flows(now));
        rootKX64.add(TickMath.MIN_TICK, TickMath.MAX_TICK, rootKX64(now).subtract(rootKX64(before)));
        lpTokens = lpTokens.add(lpTokens(now)).subtract(lpTokens(before));
        settled = settled.plus(settled(now)).minus(settled(before));
    }

    private static PositionFlows flows(PositionAccount account) {
        return account == null ? PositionFlows.NONE : account.state().flows();
    }

    private static BigInteger rootKX64(PositionAccount account) {
        return account == null ? BigInteger.ZERO : account.state().entryRootKX64();
    }

    private static BigInteger lpTokens(PositionAccount account) {
        return account == null ? BigInteger.ZERO : account.liquidity();
    }

    private static Losses settled(PositionAccount account) {
        return account == null || !account.isOpen()
                ? Losses.ZERO
                : account.state().losses().constant(account.liquidity());
    }

    /** See {@link BookGroup#forgetBefore}. */
    void forgetBefore(long nowMs) {
        if (nowMs > forgottenMs) {
            flows.forgetBefore(nowMs);
            forgottenMs = nowMs;
        }
    }

    /** Only where decimals are known. */
    LossFigures figures(long nowMs) {
        Losses grown = losses.perToken().times(lpTokens);
        List<WindowFigures> windows = losses.starts(Math.max(nowMs, forgottenMs)).stream()
                .map(started -> figures(started, grown.lvr()))
                .toList();
        return LossFigures.of(settled.plus(grown), terms.decimals1(), windows);
    }

    private WindowFigures figures(StartedWindow started, LossMeasure grown) {
        Grown net = flows.netInside(started.window(), started.start());
        LossMeasure atStart = losses.perTokenAt(started.start()).times(lpTokens.subtract(net.units()));
        return WindowFigures.of(
                flows.loss(
                        started.window(),
                        started.start(),
                        rootKX64,
                        losses.accrued().sqrtPriceX96()),
                grown.minus(net.times()).minus(atStart),
                terms.decimals1());
    }
}
