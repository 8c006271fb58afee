/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.GroupGrowth;
import io.ballast.risk.book.PoolGrowth.Channel;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rebalancing.Losses;
import java.math.BigInteger;
import java.util.List;

/**
 * Fees and losses of a group of a concentrated pool's positions: what is settled, as a constant that changes with the positions,
 * and what has grown inside their ranges, from the group's boundaries.
 *
 * <p>Mutable and single-threaded.
 */
final class GroupAccruals {

    private static final int X128 = 128;
    private static final int X64 = 64;

    private final GroupGrowth growth;
    private BigInteger fees0X128 = BigInteger.ZERO;
    private BigInteger fees1X128 = BigInteger.ZERO;
    private Losses settled = Losses.ZERO;

    GroupAccruals(GroupGrowth growth) {
        this.growth = growth;
    }

    void add(PositionAccount account) {
        fees0X128 = fees0X128.add(fees0X128(account));
        fees1X128 = fees1X128.add(fees1X128(account));
        settled = settled.plus(account.state().losses().constant(account.liquidity()));
        grow(account, account.liquidity());
    }

    void subtract(PositionAccount account) {
        fees0X128 = fees0X128.subtract(fees0X128(account));
        fees1X128 = fees1X128.subtract(fees1X128(account));
        settled = settled.minus(account.state().losses().constant(account.liquidity()));
        grow(account, account.liquidity().negate());
    }

    private void grow(PositionAccount account, BigInteger liquidity) {
        PositionIdentity range = account.state().identity();
        growth.added(range.tickLower(), range.tickUpper(), liquidity);
    }

    /**
     * Of all the group's positions now.
     *
     * @param fees0X128  fees of token0, raw times 2^128
     * @param fees1X128  fees of token1, raw times 2^128
     * @param losses  since entry
     * @param grown  sum of liquidity times what a unit of its range has lost so far: differences alone have a meaning
     */
    record Sums(BigInteger fees0X128, BigInteger fees1X128, Losses losses, Losses grown) {}

    Sums now() {
        List<BigInteger> sums = growth.sums();
        Losses grown = new Losses(
                new LossMeasure(
                        of(sums, Channel.LVR_TOKEN1_X160),
                        of(sums, Channel.LVR_USD_X256),
                        of(sums, Channel.LVR_UNPRICED_X96)),
                new LossMeasure(
                        of(sums, Channel.MARKOUT_TOKEN1_X160),
                        of(sums, Channel.MARKOUT_USD_X256),
                        of(sums, Channel.MARKOUT_UNPRICED_X96)));
        return new Sums(
                GroupGrowth.fees(fees0X128.add(of(sums, Channel.FEES0_X128))),
                GroupGrowth.fees(fees1X128.add(of(sums, Channel.FEES1_X128))),
                settled.plus(grown),
                grown);
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
