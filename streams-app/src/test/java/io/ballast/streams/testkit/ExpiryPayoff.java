/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schema.CallOrPut;
import io.ballast.schema.Strip;
import io.ballast.schema.StripOption;

/** What a strip pays at expiry, from the record alone. */
public final class ExpiryPayoff {

    private ExpiryPayoff() {}

    /** In dollars, at a price of the coin. */
    public static double at(Strip strip, double forward, double price) {
        double sum = strip.getForwardCoins() * (price - forward) + strip.getCash();
        for (StripOption leg : strip.getLegs()) {
            int sign = leg.getRight() == CallOrPut.CALL ? 1 : -1;
            sum += leg.getCoins() * Math.max(0, sign * (price - leg.getStrike()));
        }
        return sum;
    }
}
