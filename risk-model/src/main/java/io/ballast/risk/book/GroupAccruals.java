/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.CellGrowth;
import io.ballast.risk.aggregate.GroupGrowth;
import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.book.PoolGrowth.Channel;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rebalancing.Losses;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Fees and losses of a group of a concentrated pool's positions: what is settled, as a constant that changes with the positions,
 * and what has grown inside their ranges, from the group's boundaries. The boundaries are walked when the price has crossed one
 * or a position has changed; in between the sums follow from the pool's totals alone.
 *
 * <p>Mutable and single-threaded.
 */
final class GroupAccruals {

    private static final int X128 = 128;
    private static final int X64 = 64;

    private final PoolGrowth growth;
    private BigInteger fees0X128 = BigInteger.ZERO;
    private BigInteger fees1X128 = BigInteger.ZERO;
    private Losses settled = Losses.ZERO;
    private CellGrowth cell;
    /** Growth outside the cell's two ends when it was made: if neither has changed, the price has not left and come back. */
    private List<BigInteger> ends;

    GroupAccruals(PoolGrowth growth) {
        this.growth = growth;
    }

    void add(PositionAccount account) {
        fees0X128 = fees0X128.add(fees0X128(account));
        fees1X128 = fees1X128.add(fees1X128(account));
        settled = settled.plus(account.state().losses().constant(account.liquidity()));
        cell = null;
    }

    void subtract(PositionAccount account) {
        fees0X128 = fees0X128.subtract(fees0X128(account));
        fees1X128 = fees1X128.subtract(fees1X128(account));
        settled = settled.minus(account.state().losses().constant(account.liquidity()));
        cell = null;
    }

    /** Fees of token0 (first) and token1, raw times 2^128, and losses, of all the group's positions now. */
    record Sums(BigInteger fees0X128, BigInteger fees1X128, Losses losses) {}

    Sums now(LiquidityProfile group) {
        List<BigInteger> grown = cell(group).sums(growth);
        return new Sums(
                GroupGrowth.fees(fees0X128.add(of(grown, Channel.FEES0_X128))),
                GroupGrowth.fees(fees1X128.add(of(grown, Channel.FEES1_X128))),
                settled.plus(new Losses(
                        new LossMeasure(
                                of(grown, Channel.LVR_TOKEN1_X160),
                                of(grown, Channel.LVR_USD_X256),
                                of(grown, Channel.LVR_UNPRICED_X96)),
                        new LossMeasure(
                                of(grown, Channel.MARKOUT_TOKEN1_X160),
                                of(grown, Channel.MARKOUT_USD_X256),
                                of(grown, Channel.MARKOUT_UNPRICED_X96)))));
    }

    private CellGrowth cell(LiquidityProfile group) {
        if (cell == null || !cell.holds(growth.tick()) || !endsOf(cell).equals(ends)) {
            cell = GroupGrowth.around(group, growth);
            ends = endsOf(cell);
        }
        return cell;
    }

    private List<BigInteger> endsOf(CellGrowth around) {
        List<BigInteger> outside = new ArrayList<>(2 * growth.channels());
        addOutside(outside, around.tickLower());
        addOutside(outside, around.tickUpper());
        return outside;
    }

    private void addOutside(List<BigInteger> outside, Integer tick) {
        for (int channel = 0; tick != null && channel < growth.channels(); channel++) {
            outside.add(growth.outside(tick, channel));
        }
    }

    private static BigInteger of(List<BigInteger> grown, Channel channel) {
        return grown.get(channel.ordinal());
    }

    private static BigInteger fees0X128(PositionAccount account) {
        FeeLedger fees = account.state().fees();
        return fees.earnedOrOwing0(account.tokensOwed().amount0())
                .shiftLeft(X128)
                .add(account.state().barFees0X64().shiftLeft(X128 - X64))
                .subtract(account.feeGrowthInsideLast().token0X128().multiply(account.liquidity()));
    }

    private static BigInteger fees1X128(PositionAccount account) {
        FeeLedger fees = account.state().fees();
        return fees.earnedOrOwing1(account.tokensOwed().amount1())
                .shiftLeft(X128)
                .add(account.state().barFees1X64().shiftLeft(X128 - X64))
                .subtract(account.feeGrowthInsideLast().token1X128().multiply(account.liquidity()));
    }
}
