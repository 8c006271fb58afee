/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.aggregate.ProfileAmounts;
import java.math.BigInteger;
import java.util.Map;

/**
 * All flows of a group inside one grid cell of one window: the sums of {@link FlowSum} over positions, by tick where they
 * weigh a range. Mutable and single-threaded.
 */
final class FlowCell {

    /** {@link ProfileAmounts} has token0 times 2^160 and token1 times 2^96 for each unit of weight. */
    private static final int AMOUNT0 = 160;

    private static final int AMOUNT1 = 96;

    private final BatchedProfile alive = new BatchedProfile();
    /** Null while nothing went out, as in most cells. */
    private SignedWeights exited;

    private SignedWeights exitedPriced;
    private BigInteger held0X256 = BigInteger.ZERO;
    private BigInteger held1X256 = BigInteger.ZERO;
    private BigInteger settledX256 = BigInteger.ZERO;
    private Grown net = Grown.NONE;
    /** Null when the cell has changed since. */
    private CellLoss last;

    /** One position's record in this cell becomes another. */
    void change(FlowChange change) {
        alive.add(change.tickLower(), change.tickUpper(), change.aliveX64());
        if (change.hasExits()) {
            changeExits(change);
        }
        held0X256 = held0X256.add(change.held0X256());
        held1X256 = held1X256.add(change.held1X256());
        settledX256 = settledX256.add(change.settledX256());
        net = net.plus(change.net());
        last = null;
    }

    /** All that came in less all that went out, with the losses that its range had grown to. */
    Grown net() {
        return net;
    }

    /** Adds up, by tick, what came in less what went out, times 2^64: of ranges that begin there less of those that end. */
    void addNetX64(Map<Integer, BigInteger> sums) {
        add(alive.upToDate(), 1, sums);
        if (exited != null) {
            add(exited.above(), -1, sums);
            add(exited.below(), 1, sums);
        }
    }

    private static void add(LiquidityProfile weights, int sign, Map<Integer, BigInteger> sums) {
        Integer tick = weights.boundaryAbove(Integer.MIN_VALUE);
        while (tick != null) {
            BigInteger at = weights.netAt(tick);
            sums.merge(tick, sign < 0 ? at.negate() : at, BigInteger::add);
            tick = weights.boundaryAbove(tick);
        }
    }

    boolean isEmpty() {
        return exited == null
                && held0X256.signum() == 0
                && held1X256.signum() == 0
                && settledX256.signum() == 0
                && net.equals(Grown.NONE)
                && alive.isEmpty();
    }

    /** What the cell adds to the loss of a window that starts before it at this price. */
    CellLoss lossFrom(BigInteger startSqrtPriceX96) {
        if (last == null || !last.startSqrtPriceX96().equals(startSqrtPriceX96)) {
            ProfileAmounts atStart = alive.upToDate().amountsAt(startSqrtPriceX96);
            last = new CellLoss(
                    startSqrtPriceX96,
                    atStart.amount0X160()
                            .shiftLeft(Scale.TOKENS - Scale.LIQUIDITY - AMOUNT0)
                            .subtract(held0X256),
                    weighed1X256(atStart)
                            .subtract(held1X256)
                            .add(settledX256)
                            .subtract(ofExitsX256(startSqrtPriceX96)));
        }
        return last;
    }

    private void changeExits(FlowChange change) {
        if (exited == null) {
            exited = new SignedWeights();
            exitedPriced = new SignedWeights();
        }
        FlowSum before = change.before();
        FlowSum after = change.after();
        exited.change(change.tickLower(), change.tickUpper(), before.exitedX64(), after.exitedX64());
        exitedPriced.change(
                change.tickLower(), change.tickUpper(), before.exitedPricedX256(), after.exitedPricedX256());
        if (exited.isEmpty() && exitedPriced.isEmpty()) {
            exited = null;
            exitedPriced = null;
        }
    }

    /** Worth of what went out had it been held since the start: token0 at each exit's price. */
    private BigInteger ofExitsX256(BigInteger startSqrtPriceX96) {
        if (exited == null) {
            return BigInteger.ZERO;
        }
        BigInteger priced = exitedPriced.amountsAt(startSqrtPriceX96).amount0X160();
        return priced.shiftRight(AMOUNT0).add(weighed1X256(exited.amountsAt(startSqrtPriceX96)));
    }

    private static BigInteger weighed1X256(ProfileAmounts ofLiquidityX64) {
        return ofLiquidityX64.amount1X96().shiftLeft(Scale.TOKENS - Scale.LIQUIDITY - AMOUNT1);
    }
}
