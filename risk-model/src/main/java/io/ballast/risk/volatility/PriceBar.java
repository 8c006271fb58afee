/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.volatility;

import io.ballast.risk.loss.Domain;

/**
 * Prices of one bar, in any one unit.
 *
 * @param open  first
 * @param high  highest, not below any other
 * @param low  lowest, positive, not above any other
 * @param close  last
 */
public record PriceBar(double open, double high, double low, double close) {

    public PriceBar {
        Domain.requirePositive("low", low);
        Domain.requirePositive("high", high);
        if (!(low <= Math.min(open, close) && Math.max(open, close) <= high)) {
            throw new IllegalArgumentException(
                    "open " + open + " and close " + close + " must lie between low " + low + " and high " + high);
        }
    }
}
