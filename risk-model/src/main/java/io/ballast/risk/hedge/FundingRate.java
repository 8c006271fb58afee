/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * Funding of a venue that tells the rate only: what it comes to depends on the contracts held at its time.
 *
 * @param rate  fraction of the notional for one interval; positive: longs pay
 * @param interval  how long one interval of the venue is
 * @param markPrice  quote per base at its time
 */
public record FundingRate(
        String id,
        long timeMicros,
        InstrumentKey instrument,
        BigDecimal rate,
        FundingInterval interval,
        BigDecimal markPrice)
        implements LegEvent {

    public FundingRate {
        Amounts.requireName("funding id", id);
        rate = Amounts.require("rate of funding " + id, rate);
        markPrice = Amounts.requirePositive("mark price of funding " + id, markPrice);
        if (interval == null) {
            throw new IllegalArgumentException("funding " + id + " needs the interval that its rate is for");
        }
    }

    /** The rate over a year, without compounding; fraction. */
    public double annualRate() {
        return rate.doubleValue() * interval.perYear();
    }
}
