/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.portfolio.Attribution;

/** Terms of one hour's result that a hedge is measured by, in the numeraire, rounded. */
public record HourTerms(double price, double il, double hedge) {

    static HourTerms of(Attribution terms) {
        return new HourTerms(
                terms.price().toDouble(), terms.il().toDouble(), terms.hedge().toDouble());
    }

    /** Two steps, or two portfolios, together. */
    HourTerms plus(HourTerms other) {
        return new HourTerms(price + other.price, il + other.il, hedge + other.hedge);
    }
}
