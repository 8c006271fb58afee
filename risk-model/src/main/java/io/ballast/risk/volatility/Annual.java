/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.volatility;

import io.ballast.risk.loss.Domain;
import java.time.Duration;

/** From a variance over some time to a volatility a year of 365 days; crypto markets do not close. */
public final class Annual {

    private static final double MS_A_YEAR = Duration.ofDays(365).toMillis();

    private Annual() {}

    /**
     * {@code sqrt(variance * year/time)}.
     *
     * @param variance  of the log price over that time, not negative
     * @param time  positive
     */
    public static double volatility(double variance, Duration time) {
        return volatility(variance, Domain.requirePositive("milliseconds", (double) time.toMillis()));
    }

    /** Standard deviation of the log price over some time, of a volatility a year; neither negative. */
    public static double deviation(double annualVolatility, long milliseconds) {
        return Domain.requireNotNegative("annualVolatility", annualVolatility) * Math.sqrt(milliseconds / MS_A_YEAR);
    }

    static double volatility(double variance, double milliseconds) {
        return Math.sqrt(Domain.requireNotNegative("variance", variance) * (MS_A_YEAR / milliseconds));
    }
}
