/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schema.OptionSurface;
import java.time.Duration;
import java.time.Instant;

/** A surface of ether's options that expire four weeks later, fitted to one quote. */
public final class SampleSurface {

    private static final int DAYS = 28;

    private SampleSurface() {}

    public static OptionSurface.Builder at(Instant time, double volatility) {
        return OptionSurface.newBuilder()
                .setUnderlying("ETH")
                .setExpiry(time.plus(Duration.ofDays(DAYS)))
                .setYearsToExpiry(DAYS / 365.0)
                .setAtmVolatility(volatility)
                .setQuotes(1)
                .setQuotesInSmile(1)
                .setQuotesWithoutVolatility(0)
                .setQuotesStale(0)
                .setButterflies(0)
                .setCalendars(0)
                .setEventTime(time);
    }
}
