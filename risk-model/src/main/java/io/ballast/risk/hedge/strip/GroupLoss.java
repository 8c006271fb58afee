/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.aggregate.GroupTotals;
import io.ballast.risk.loss.Domain;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Loss of a whole group of positions of one pool against all its entries and withdrawals, asked of the group's exact sums at
 * each price: positions are not touched. What withdrawals have realised is settled and not in it.
 *
 * <p>It reads the group whenever it is asked; the group must not change while a hedge is worked out. Single-threaded as
 * the group is.
 *
 * <p>If token1 is the coin, P is 1 over the pool's price and the pool's figures in token1 are turned into token0, the
 * dollar: a loss that is convex in one price is so in the other.
 */
public final class GroupLoss implements ConvexLoss {

    private static final BigDecimal Q192 = new BigDecimal(BigInteger.ONE.shiftLeft(192));
    /** Below the prices of every pool. */
    private static final BigInteger LOWEST = BigInteger.ONE;
    /** Above them. */
    private static final BigInteger HIGHEST = BigInteger.ONE.shiftLeft(200);

    private final GroupTotals group;
    private final int decimals0;
    private final int decimals1;
    private final boolean coinIsToken0;

    /**
     * @param decimals0  decimals of token0
     * @param decimals1  decimals of token1
     * @param coinIsToken0  true if token0 is what options are written on; false if token1 is
     */
    public GroupLoss(GroupTotals group, int decimals0, int decimals1, boolean coinIsToken0) {
        this.group = group;
        this.decimals0 = decimals0;
        this.decimals1 = decimals1;
        this.coinIsToken0 = coinIsToken0;
    }

    @Override
    public double at(double price) {
        double il = figures(price).il();
        return coinIsToken0 ? 0.0 - il : 0.0 - il * price;
    }

    @Override
    public double atZero() {
        return coinIsToken0
                ? hodl1() - at(LOWEST).delta1()
                : hodl0() - at(HIGHEST).delta0();
    }

    @Override
    public double slope(double price) {
        GroupFigures figures = figures(price);
        return coinIsToken0 ? hodl0() - figures.delta0() : hodl1() - figures.delta1();
    }

    @Override
    public double slopeAtInfinity() {
        return coinIsToken0
                ? hodl0() - at(HIGHEST).delta0()
                : hodl1() - at(LOWEST).delta1();
    }

    private GroupFigures figures(double price) {
        return at(sqrtPriceX96(Domain.requirePositive("price", price)));
    }

    private GroupFigures at(BigInteger sqrtPriceX96) {
        return group.at(sqrtPriceX96).inHumanUnits(decimals0, decimals1);
    }

    private BigInteger sqrtPriceX96(double price) {
        BigDecimal human = new BigDecimal(price);
        BigDecimal raw = (coinIsToken0 ? human : BigDecimal.ONE.divide(human, MathContext.DECIMAL128))
                .scaleByPowerOfTen(decimals1 - decimals0);
        return raw.multiply(Q192).toBigInteger().sqrt().max(LOWEST);
    }

    private double hodl0() {
        return whole(group.hodl0X64(), decimals0);
    }

    private double hodl1() {
        return whole(group.hodl1X64(), decimals1);
    }

    private static double whole(BigInteger rawX64, int decimals) {
        return Math.scalb(rawX64.doubleValue(), -64) / Math.pow(10, decimals);
    }
}
