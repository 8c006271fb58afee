/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/**
 * How often a venue pays funding: every 8, 4 or 1 hours are usual. A rate means nothing without it.
 *
 * @param hours  divides a day
 */
public record FundingInterval(int hours) {

    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_A_YEAR = 365;

    public FundingInterval {
        if (hours <= 0 || HOURS_A_DAY % hours != 0) {
            throw new IllegalArgumentException("funding interval of " + hours + " hours does not divide a day");
        }
    }

    /** Intervals in a day. */
    public double perDay() {
        return (double) HOURS_A_DAY / hours;
    }

    /** Intervals in a year of 365 days. */
    public double perYear() {
        return (double) HOURS_A_DAY * DAYS_A_YEAR / hours;
    }
}
