/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the market shows of one instrument: dollars per unit, in whole cents as an exchange quotes them.
 *
 * @param instrumentId  such as {@code sim:ETH-USD}
 * @param price  the middle
 * @param bid  best bid, not above the middle
 * @param ask  best ask, not below the middle
 */
public record MarketQuote(String instrumentId, BigDecimal price, BigDecimal bid, BigDecimal ask) {

    private static final int CENTS = 2;
    private static final BigDecimal ONE_CENT = BigDecimal.ONE.movePointLeft(CENTS);

    /** The quote around an exact middle; the least price shown is one cent. */
    static MarketQuote around(String instrumentId, double middle, double halfSpread) {
        return new MarketQuote(
                instrumentId,
                cents(middle, RoundingMode.HALF_EVEN),
                cents(middle * (1 - halfSpread), RoundingMode.FLOOR),
                cents(middle * (1 + halfSpread), RoundingMode.CEILING));
    }

    private static BigDecimal cents(double price, RoundingMode rounding) {
        return BigDecimal.valueOf(price).setScale(CENTS, rounding).max(ONE_CENT);
    }
}
