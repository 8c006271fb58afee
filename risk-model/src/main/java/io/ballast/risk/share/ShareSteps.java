/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.rebalancing.CurveHoldings;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rebalancing.TokenLosses;
import io.ballast.risk.rolling.PricePoint;
import io.ballast.risk.rolling.UnitHolding;
import java.math.BigInteger;

/**
 * Takes what changes a pool of shares as steps of its losses.
 *
 * <p>Whatever changes the proportion of the balances is a trade: a swap, a deposit or withdrawal in another proportion, balances
 * that a producer read. Those lose by it who had LP tokens before and have them after. A change of parameters moves the price
 * and trades nothing, so nobody loses; the trade that follows is measured on the new curve.
 *
 * <p>Mutable and single-threaded; all state is in the tables of the two.
 */
final class ShareSteps {

    private static final int LOSS_BITS = 160;
    private static final int UNIT_BITS = 192;
    private static final int PRICE_BITS = 192;

    private final SharePool<?> pool;
    private final TokenLosses losses;
    private final CurveHoldings holdings;

    ShareSteps(SharePool<?> pool, TokenLosses losses, CurveHoldings holdings) {
        this.pool = pool;
        this.losses = losses;
        this.holdings = holdings;
    }

    /** The pool's price on its curve of now, or the last one where it has none; only after the first price. */
    PricePoint now(Marks marks) {
        BigInteger sqrtPriceX96 = sqrtPriceX96();
        return new PricePoint(
                losses.timeOf(marks),
                sqrtPriceX96.signum() == 0 ? losses.accrued().sqrtPriceX96() : sqrtPriceX96);
    }

    /**
     * The pool has changed, by one trade at most.
     *
     * @param before  what it was
     * @param supply  LP tokens that owned it then
     */
    void follow(ShareState before, BigInteger supply, Marks marks) {
        BigInteger sqrtPriceX96 = sqrtPriceX96();
        if (sqrtPriceX96.signum() == 0 || !pool.state().hasShares()) {
            return;
        }
        if (losses.accrued() == null || !before.hasPrice() || supply.signum() <= 0) {
            begin(sqrtPriceX96, marks);
        } else if (CompositionMove.between(before.balances(), pool.state().balances())
                .isNone()) {
            losses.moved(sqrtPriceX96, Losses.ZERO, marks);
        } else {
            trade(before, supply, sqrtPriceX96, marks);
        }
    }

    /** Nobody was there who could have lost. */
    private void begin(BigInteger sqrtPriceX96, Marks marks) {
        losses.moved(sqrtPriceX96, Losses.ZERO, marks);
        holdings.moved(unitNow(), losses.timeOf(marks));
    }

    private UnitHolding unitNow() {
        ShareState state = pool.state();
        BigInteger depthX64 = pool.point().depthX64(state.supply(), state.supply());
        return new UnitHolding(perUnit(state.balance0(), depthX64), perUnit(state.balance1(), depthX64));
    }

    private static BigInteger perUnit(BigInteger balance, BigInteger depthX64) {
        return balance.shiftLeft(UNIT_BITS + Long.SIZE).divide(depthX64.max(BigInteger.ONE));
    }

    private void trade(ShareState before, BigInteger supply, BigInteger sqrtPriceX96, Marks marks) {
        ShareTrade trade = pool.curve().trade(before.balances(), pool.state().balances());
        UnitHolding holding = traded(trade, trade.depth() / pool.state().drift(), sqrtPriceX96);
        losses.moved(sqrtPriceX96, lost(trade, supply, sqrtPriceX96, marks), marks);
        holdings.moved(holding, losses.timeOf(marks));
    }

    /** Of one LP token; each sum is rounded once. */
    private Losses lost(ShareTrade trade, BigInteger supply, BigInteger sqrtPriceX96, Marks marks) {
        BigInteger lossX160 = Fixed.of(trade.loss(), LOSS_BITS).divide(supply);
        BigInteger distanceX96 =
                sqrtPriceX96.subtract(losses.accrued().sqrtPriceX96()).abs().max(BigInteger.ONE);
        BigInteger market = marks.marketPriceX192();
        if (market == null) {
            return Losses.of(lossX160, null, distanceX96, marks);
        }
        BigInteger sold0X160 = Fixed.of(trade.sold0(), LOSS_BITS).divide(supply);
        BigInteger aboveX192 = market.subtract(sqrtPriceX96.multiply(sqrtPriceX96));
        BigInteger markoutX160 = lossX160.add(sold0X160.multiply(aboveX192).shiftRight(PRICE_BITS));
        return Losses.of(lossX160, markoutX160, distanceX96, marks);
    }

    /** By what was traded and not by the balances: what a small trade leaves of a difference would be rounding. */
    private UnitHolding traded(ShareTrade trade, double depth, BigInteger sqrtPriceX96) {
        BigInteger sold0 = Fixed.of(trade.sold0() / depth, UNIT_BITS);
        BigInteger bought1 = sold0.multiply(sqrtPriceX96)
                .multiply(sqrtPriceX96)
                .shiftRight(PRICE_BITS)
                .subtract(Fixed.of(trade.loss() / depth, UNIT_BITS));
        UnitHolding held = holdings.now();
        return new UnitHolding(
                held.amount0X192().subtract(sold0), held.amount1X192().add(bought1));
    }

    /** Root of the price, Q64.96; zero where there is none that can be told in it. */
    private BigInteger sqrtPriceX96() {
        SharePoint point = pool.point();
        return point == null
                ? BigInteger.ZERO
                : SqrtPrice.encode(point.price().numerator(), point.price().denominator());
    }
}
