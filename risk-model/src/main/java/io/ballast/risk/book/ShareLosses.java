/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rebalancing.PositionLosses;
import io.ballast.risk.rebalancing.TokenLosses;
import io.ballast.risk.rolling.Grown;
import io.ballast.risk.rolling.HeldTokens;
import io.ballast.risk.rolling.PositionFlows;
import io.ballast.risk.rolling.PricePoint;
import io.ballast.risk.rolling.UnitHoldings;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;

/**
 * Loss versus rebalancing, markout and losses over windows of the holders of a pool of shares. Loss versus rebalancing is counted
 * for each LP token, with the fees that have grown into it; impermanent loss over a window for the depth that it came in with.
 *
 * <p>Until the pool has its first price nothing is counted: see {@link #hasPrice}.
 */
public final class ShareLosses {

    private final TokenLosses losses;
    private final UnitHoldings holdings;
    private final Windows windows;
    private final ShareWindows figures;

    /**
     * @param losses  of an LP token; whoever follows the pool's price adds to it
     * @param holdings  of a unit of depth, likewise
     */
    public ShareLosses(TokenLosses losses, UnitHoldings holdings, Windows windows) {
        this.losses = losses;
        this.holdings = holdings;
        this.windows = windows;
        figures = new ShareWindows(losses, holdings);
    }

    /** False before the pool's first price. */
    public boolean hasPrice() {
        return losses.accrued() != null;
    }

    /** Time of a record and the pool's last price; only after the first one. */
    PricePoint now(Marks marks) {
        return new PricePoint(losses.timeOf(marks), losses.accrued().sqrtPriceX96());
    }

    /** Tokens that a depth stands for now, fees left out; only after the first price. */
    HeldTokens standsFor(BigInteger depthX64) {
        return holdings.now().of(depthX64);
    }

    /**
     * New LP tokens came in. Only after the pool's first price, as all that follows.
     *
     * @param held  LP tokens before
     * @param brought  what their losses over windows are measured against
     */
    public PositionState deposited(
            PositionState position, BigInteger held, LpMovement minted, HeldTokens brought, Marks marks) {
        return position.withLosses(
                settled(position, held),
                position.flows()
                        .deposit(windows, losses.timeOf(marks), minted.entryRootKX64(), brought, grown(minted)));
    }

    /**
     * LP tokens go, with their part of the losses.
     *
     * @param lots  that go along to somebody else; none where they leave the pool
     */
    public PositionState given(PositionState position, BigInteger held, LpMovement moved, PositionFlows lots) {
        return position.withLosses(
                settled(position, held).minus(moved.losses()), position.flows().withoutLots(lots));
    }

    /** LP tokens come from somebody else. */
    public PositionState received(PositionState position, BigInteger held, LpMovement moved, PositionFlows lots) {
        return position.withLosses(
                settled(position, held).plus(moved.losses()), position.flows().plus(lots));
    }

    /**
     * The flows of a position that LP tokens have left for good.
     *
     * @param depthX64  with which all that it had came in, those that left included, times 2^64
     * @param at  time and price at which they left
     * @param taken  what they are settled at
     */
    public PositionState withdrawn(
            PositionState position, BigInteger depthX64, LpMovement gone, PricePoint at, HeldTokens taken) {
        return position.withLosses(
                position.losses(),
                position.flows().withdraw(windows, at, gone.entryRootKX64(), depthX64, taken, grown(gone)));
    }

    /**
     * What goes with a part of a holder's LP tokens; nothing if they are more than we know of.
     *
     * @param held  LP tokens that he has
     */
    public LpMovement part(PositionState position, BigInteger lpTokens, BigInteger held) {
        String holder = position.identity().key();
        return held.compareTo(lpTokens) < 0
                ? LpMovement.unmatched(holder, lpTokens)
                : new LpMovement(
                        holder,
                        lpTokens,
                        position.basis().part(lpTokens, held),
                        position.entryRootKX64().multiply(lpTokens).divide(held),
                        settled(position, held).part(lpTokens, held));
    }

    /**
     * Those of one holder.
     *
     * @param held  LP tokens
     * @return null before the pool's first price
     */
    public LossFigures figures(PositionState position, BigInteger held, int decimals1, long nowMs) {
        return figures.figures(
                held,
                position.entryRootKX64(),
                position.losses().total(held, losses.perToken()),
                started -> position.flows().inside(started.start()),
                decimals1,
                nowMs);
    }

    /** Those of many holders together; nobody is in it yet. */
    public ShareGroupLosses newGroup(PoolTerms terms) {
        return new ShareGroupLosses(terms, losses, figures, windows);
    }

    private PositionLosses settled(PositionState position, BigInteger held) {
        return position.losses().settle(held, losses.perToken());
    }

    private Grown grown(LpMovement moved) {
        return Grown.of(moved.lpTokens(), losses.perToken().lvr());
    }
}
