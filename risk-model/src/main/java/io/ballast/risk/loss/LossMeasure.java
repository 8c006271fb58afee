/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.loss;

import java.math.BigInteger;

/**
 * A loss as exact integers: what one unit of liquidity lost on the way of the price, or that times a liquidity.
 *
 * <p>Sums and differences are exact, so what is added and taken away again leaves nothing, in any order.
 *
 * @param token1X160  in raw token1, times 2^160; positive is a loss
 * @param usdX256  the same, each step at its own USD price of a whole token1, times 2^256: for USD divide by
 *     10^decimals1 too; steps without a price are not in it
 * @param unpricedX96  distance that the sqrt price went while a price was missing, times 2^96: not zero means that the loss
 *     is not known in full
 */
public record LossMeasure(BigInteger token1X160, BigInteger usdX256, BigInteger unpricedX96) {

    public static final LossMeasure ZERO = new LossMeasure(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    private static final int TOKEN1_BITS = 160;
    private static final int USD_BITS = 256;

    public LossMeasure plus(LossMeasure other) {
        return new LossMeasure(
                token1X160.add(other.token1X160), usdX256.add(other.usdX256), unpricedX96.add(other.unpricedX96));
    }

    public LossMeasure minus(LossMeasure other) {
        return new LossMeasure(
                token1X160.subtract(other.token1X160),
                usdX256.subtract(other.usdX256),
                unpricedX96.subtract(other.unpricedX96));
    }

    /** This measure of so many units of liquidity. */
    public LossMeasure times(BigInteger units) {
        return units.signum() == 0
                ? ZERO
                : new LossMeasure(token1X160.multiply(units), usdX256.multiply(units), unpricedX96.multiply(units));
    }

    /** The fraction {@code part / of}, each sum rounded towards zero; all of it if part is of. */
    public LossMeasure share(BigInteger part, BigInteger of) {
        return new LossMeasure(share(token1X160, part, of), share(usdX256, part, of), share(unpricedX96, part, of));
    }

    /** True if no price was missing while there was liquidity. */
    public boolean complete() {
        return unpricedX96.signum() == 0;
    }

    /** In whole token1; the one rounding. */
    public double token1(int decimals1) {
        return Math.scalb(token1X160.doubleValue(), -TOKEN1_BITS) / Math.pow(10, decimals1);
    }

    /** In USD, as far as prices were known; the one rounding. */
    public double usd(int decimals1) {
        return Math.scalb(usdX256.doubleValue(), -USD_BITS) / Math.pow(10, decimals1);
    }

    private static BigInteger share(BigInteger whole, BigInteger part, BigInteger of) {
        return whole.signum() == 0 ? whole : whole.multiply(part).divide(of);
    }
}
