/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.aggregate.ProfileAmounts;
import java.math.BigInteger;

/**
 * All flows of a group inside one grid cell of one window: the sums of {@link FlowSum} over positions, by tick where they
 * weigh a range. Mutable and single-threaded.
 */
final class FlowCell {

    /** {@link ProfileAmounts} has token0 times 2^160 and token1 times 2^96 for each unit of weight. */
    private static final int AMOUNT0 = 160;

    private static final int AMOUNT1 = 96;

    private final LiquidityProfile alive = new LiquidityProfile();
    /** Null while nothing went out, as in most cells. */
    private SignedWeights exited;

    private SignedWeights exitedPriced;
    private BigInteger held0X256 = BigInteger.ZERO;
    private BigInteger held1X256 = BigInteger.ZERO;
    private BigInteger settledX256 = BigInteger.ZERO;
    /** Null when the cell has changed since. */
    private CellLoss last;

    /** One position's record in this cell becomes another. */
    void change(int tickLower, int tickUpper, FlowSum before, FlowSum after) {
        alive.add(tickLower, tickUpper, after.aliveX64().subtract(before.aliveX64()));
        changeExits(tickLower, tickUpper, before, after);
        held0X256 = held0X256.add(after.held0X256()).subtract(before.held0X256());
        held1X256 = held1X256.add(after.held1X256()).subtract(before.held1X256());
        settledX256 = settledX256.add(after.settledX256()).subtract(before.settledX256());
        last = null;
    }

    boolean isEmpty() {
        return alive.isEmpty()
                && exited == null
                && held0X256.signum() == 0
                && held1X256.signum() == 0
                && settledX256.signum() == 0;
    }

    /** What the cell adds to the loss of a window that starts before it at this price. */
    CellLoss lossFrom(BigInteger startSqrtPriceX96) {
        if (last == null || !last.startSqrtPriceX96().equals(startSqrtPriceX96)) {
            last = new CellLoss(startSqrtPriceX96, tokens0X256(startSqrtPriceX96), fixedX256(startSqrtPriceX96));
        }
        return last;
    }

    private void changeExits(int tickLower, int tickUpper, FlowSum before, FlowSum after) {
        if (exited == null) {
            exited = new SignedWeights();
            exitedPriced = new SignedWeights();
        }
        exited.change(tickLower, tickUpper, before.exitedX64(), after.exitedX64());
        exitedPriced.change(tickLower, tickUpper, before.exitedPricedX256(), after.exitedPricedX256());
        if (exited.isEmpty() && exitedPriced.isEmpty()) {
            exited = null;
            exitedPriced = null;
        }
    }

    private BigInteger tokens0X256(BigInteger startSqrtPriceX96) {
        BigInteger atStart = alive.amountsAt(startSqrtPriceX96).amount0X160();
        return atStart.shiftLeft(Scale.TOKENS - Scale.LIQUIDITY - AMOUNT0).subtract(held0X256);
    }

    private BigInteger fixedX256(BigInteger startSqrtPriceX96) {
        BigInteger weights1 = alive.amountsAt(startSqrtPriceX96).amount1X96();
        BigInteger fixed = settledX256.subtract(held1X256);
        if (exited != null) {
            weights1 = weights1.subtract(exited.amountsAt(startSqrtPriceX96).amount1X96());
            fixed = fixed.subtract(
                    exitedPriced.amountsAt(startSqrtPriceX96).amount0X160().shiftRight(AMOUNT0));
        }
        return fixed.add(weights1.shiftLeft(Scale.TOKENS - Scale.LIQUIDITY - AMOUNT1));
    }

    /**
     * A loss as a function of the price now: {@code tokens0 * P + fixed}.
     *
     * @param startSqrtPriceX96  of the window
     * @param tokens0X256  token0 that young lots would hold at the start, less what they brought
     * @param fixedX256  token1 likewise, and the loss of what went out
     */
    record CellLoss(BigInteger startSqrtPriceX96, BigInteger tokens0X256, BigInteger fixedX256) {}
}
