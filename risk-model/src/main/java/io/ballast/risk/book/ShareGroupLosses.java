/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.TokenLosses;
import io.ballast.risk.rolling.PositionFlows;
import io.ballast.risk.rolling.ShareFlows;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;

/**
 * Losses of a group of a pool's holders, since entry and over windows. All have the same range and lose the same for each LP
 * token, so the group's are those of one holder with sums for what he has. Holders without LP tokens count with what went out of
 * theirs inside a window, and not in the losses since entry.
 *
 * <p>Mutable and single-threaded.
 */
public final class ShareGroupLosses {

    private final TokenLosses losses;
    private final PoolTerms terms;
    private final ShareWindows figures;
    private final ShareFlows flows;
    private BigInteger depthX64 = BigInteger.ZERO;
    private BigInteger lpTokens = BigInteger.ZERO;
    private Losses settled = Losses.ZERO;
    private long forgottenMs = Long.MIN_VALUE;

    ShareGroupLosses(PoolTerms terms, TokenLosses losses, ShareWindows figures, Windows windows) {
        this.losses = losses;
        this.terms = terms;
        this.figures = figures;
        flows = new ShareFlows(windows);
    }

    /** An account became another; null: there was or is none. */
    void replace(PositionAccount before, PositionAccount now) {
        flows.replace(flows(before), flows(now));
        depthX64 = depthX64.add(depthX64(now)).subtract(depthX64(before));
        lpTokens = lpTokens.add(lpTokens(now)).subtract(lpTokens(before));
        settled = settled.plus(settled(now)).minus(settled(before));
    }

    private static PositionFlows flows(PositionAccount account) {
        return account == null ? PositionFlows.NONE : account.state().flows();
    }

    private static BigInteger depthX64(PositionAccount account) {
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
        return figures.figures(
                lpTokens,
                depthX64,
                settled.plus(losses.perToken().times(lpTokens)),
                started -> flows.inside(started.window(), started.start()),
                terms.decimals1(),
                Math.max(nowMs, forgottenMs));
    }
}
