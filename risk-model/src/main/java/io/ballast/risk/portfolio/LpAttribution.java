/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.sum.ExactSum;

/**
 * Where the result of one pool position comes from, over an interval, step by step.
 *
 * <p>The position is worth {@code h0 p0 + h1 p1 + IL p1 + fees owed}, with (h0, h1) the basket that it is measured against
 * and IL = value - basket in token1. So a step's change of worth is that of the basket, {@code h0 dp0 + h1 dp1} (the price
 * term), plus that of the IL in the numeraire (the IL term), plus the fees earned and what the price does to those not yet
 * collected (the fees term). A withdrawal takes a part of the basket along and fixes its loss at the prices of that moment, in
 * the numeraire: it brings no result. Neither does a deposit or a collection.
 *
 * <p>Terms are exact sums, {@link #result} is worth now less worth at the start less what came in plus what went out; the
 * terms are equal to it in every digit, whatever the path. IL comes from the caller without cancellation, as the books have it.
 *
 * <p>Mutable and single-threaded. Steps are in the order of time.
 */
public final class LpAttribution {

    private TokenPrices prices;
    private double hodl0;
    private double hodl1;
    private double il;
    private double owed0;
    private double owed1;
    private final ExactSum startWorth;
    private ExactSum flowsIn = ExactSum.ZERO;
    private ExactSum priceTerm = ExactSum.ZERO;
    private ExactSum ilTerm = ExactSum.ZERO;
    private ExactSum feesTerm = ExactSum.ZERO;
    private ExactSum costsTerm = ExactSum.ZERO;
    private ExactSum lvr = ExactSum.ZERO;

    /**
     * @param hodl0  token0 of the basket at the start of the interval
     * @param hodl1  token1 of it
     * @param il  value less basket then, token1
     * @param owed0  fees in token0 earned and not collected
     * @param owed1  the same in token1
     */
    public LpAttribution(TokenPrices prices, double hodl0, double hodl1, double il, double owed0, double owed1) {
        this.prices = prices;
        this.hodl0 = hodl0;
        this.hodl1 = hodl1;
        this.il = il;
        this.owed0 = owed0;
        this.owed1 = owed1;
        this.startWorth = worth();
    }

    /** Prices moved; il is the value less the basket now, in token1. */
    public void move(TokenPrices to, double il) {
        ExactSum before = ilWorth();
        priceTerm = priceTerm.plus(change(hodl0, hodl1, to));
        feesTerm = feesTerm.plus(change(owed0, owed1, to));
        prices = to;
        this.il = il;
        ilTerm = ilTerm.plus(ilWorth().minus(before));
    }

    /** Tokens came in at the present prices; il as after it. */
    public void deposit(double amount0, double amount1, double il) {
        flow(amount0, amount1, hodl0 + amount0, hodl1 + amount1, il);
    }

    /**
     * A part of the position was withdrawn at the present prices; il as after it.
     *
     * @param fraction  of the liquidity, in [0, 1]
     * @param amount0  token0 that it brought, without fees
     */
    public void withdraw(double fraction, double amount0, double amount1, double il) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("withdrawn fraction " + fraction + " must be between 0 and 1");
        }
        flow(-amount0, -amount1, hodl0 * (1 - fraction), hodl1 * (1 - fraction), il);
    }

    /** Fees were earned at the present prices. */
    public void earn(double fees0, double fees1) {
        ExactSum before = worth();
        owed0 += fees0;
        owed1 += fees1;
        feesTerm = feesTerm.plus(worth().minus(before));
    }

    /** Fees were paid out at the present prices. */
    public void collect(double fees0, double fees1) {
        ExactSum before = worth();
        owed0 -= fees0;
        owed1 -= fees1;
        ExactSum paid = worth(fees0, fees1);
        feesTerm = feesTerm.plus(worth().minus(before).plus(paid));
        flowsIn = flowsIn.minus(paid);
    }

    /** Gas or another cost was paid, in the numeraire; positive was paid. */
    public void pay(double cost) {
        costsTerm = costsTerm.plus(-cost);
    }

    /** Loss versus rebalancing of the last step, in the numeraire; positive is a loss. */
    public void lose(double lossVersusRebalancing) {
        lvr = lvr.plus(lossVersusRebalancing);
    }

    /** The terms so far. */
    public Attribution attribution() {
        return Attribution.ofPools(priceTerm, ilTerm, feesTerm, costsTerm, lvr);
    }

    /** Worth now less worth at the start, less what came in, plus what went out, less costs. */
    public ExactSum result() {
        return worth().minus(startWorth).minus(flowsIn).plus(costsTerm);
    }

    private void flow(double in0, double in1, double newHodl0, double newHodl1, double newIl) {
        ExactSum before = worth();
        hodl0 = newHodl0;
        hodl1 = newHodl1;
        il = newIl;
        ExactSum in = worth(in0, in1);
        ilTerm = ilTerm.plus(worth().minus(before).minus(in));
        flowsIn = flowsIn.plus(in);
    }

    private ExactSum worth() {
        return worth(hodl0, hodl1).plus(ilWorth()).plus(worth(owed0, owed1));
    }

    private ExactSum ilWorth() {
        return ExactSum.ZERO.plusProduct(il, prices.price1());
    }

    private ExactSum worth(double amount0, double amount1) {
        return worth(amount0, amount1, prices);
    }

    private ExactSum change(double amount0, double amount1, TokenPrices to) {
        return worth(amount0, amount1, to).minus(worth(amount0, amount1, prices));
    }

    private static ExactSum worth(double amount0, double amount1, TokenPrices at) {
        return ExactSum.ZERO.plusProduct(amount0, at.price0()).plusProduct(amount1, at.price1());
    }
}
