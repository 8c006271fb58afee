/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * When something happened and what the market said then. Found out once, when a record arrives, and kept with it: whoever
 * applies the record again, after an undo or a restart, must come to the same losses.
 *
 * @param timeMs  event time
 * @param usdPerToken1X96  USD for a whole token1, times 2^96, positive; null: not known
 * @param marketPriceX192  the market's price of token0 in token1, both raw, times 2^192, positive; null: not known. Never
 *     taken from the pool itself
 */
public record Marks(long timeMs, BigInteger usdPerToken1X96, BigInteger marketPriceX192) {

    /** Nothing known, at the beginning of time. */
    public static final Marks NONE = new Marks(0, null, null);

    private static final int USD_BITS = 96;
    private static final int PRICE_BITS = 192;
    /** Raw prices of a pool are below 2^128. */
    private static final int MOST_PRICE_BITS = PRICE_BITS + 128;

    public Marks {
        requirePositive("usdPerToken1X96", usdPerToken1X96);
        requirePositive("marketPriceX192", marketPriceX192);
        if (marketPriceX192 != null && marketPriceX192.bitLength() > MOST_PRICE_BITS) {
            throw new IllegalArgumentException(
                    "marketPriceX192 " + marketPriceX192 + " is above 2^320: no pool has such a price");
        }
    }

    /** Marks of a time at which no price was known. */
    public static Marks at(long timeMs) {
        return new Marks(timeMs, null, null);
    }

    /** With USD for a whole token1; one that is too small for the scale counts as not known. */
    public Marks withUsdPerToken1(double usd) {
        return new Marks(timeMs, scaled(usd, 0, USD_BITS), marketPriceX192);
    }

    /** With the market's price of a whole token0 in whole token1; one that no pool can have counts as not known. */
    public Marks withMarketPrice(double token1PerToken0, int decimals0, int decimals1) {
        BigInteger price = scaled(token1PerToken0, decimals1 - decimals0, PRICE_BITS);
        boolean possible = price != null && price.bitLength() <= MOST_PRICE_BITS;
        return new Marks(timeMs, usdPerToken1X96, possible ? price : null);
    }

    private static BigInteger scaled(double price, int powerOfTen, int bits) {
        if (!(price > 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("a price of " + price + " is not positive and finite");
        }
        BigInteger scaled = new BigDecimal(price)
                .scaleByPowerOfTen(powerOfTen)
                .multiply(new BigDecimal(BigInteger.ONE.shiftLeft(bits)))
                .toBigInteger();
        return scaled.signum() == 0 ? null : scaled;
    }

    private static void requirePositive(String what, BigInteger value) {
        if (value != null && value.signum() <= 0) {
            throw new IllegalArgumentException(what + " " + value + " is not positive");
        }
    }
}
