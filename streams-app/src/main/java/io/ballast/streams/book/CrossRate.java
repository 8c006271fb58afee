/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import java.time.Instant;

/**
 * The market's price of a pool's token0 in token1, from what both are worth in USD.
 *
 * @param price  token1 per token0, positive
 * @param time  of the older of the two observations
 * @param uncertain  something is known against one of them
 */
record CrossRate(double price, Instant time, boolean uncertain) {

    /** One of them at most is taken at par. */
    static CrossRate of(UsdPrice usd0, UsdPrice usd1) {
        Instant time = usd0.atPar() || !usd1.atPar() && usd1.time().isBefore(usd0.time()) ? usd1.time() : usd0.time();
        return new CrossRate(usd0.usd() / usd1.usd(), time, usd0.uncertain() || usd1.uncertain());
    }
}
