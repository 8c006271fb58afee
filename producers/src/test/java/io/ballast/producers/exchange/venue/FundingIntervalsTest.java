/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FundingIntervalsTest {

    private static final String PERPETUAL = "binance:ETHUSDT";
    private static final Instant MIDNIGHT = Instant.parse("2026-01-31T00:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FundingIntervals intervals = new FundingIntervals();

    private static Instant hour(int hour) {
        return MIDNIGHT.plus(Duration.ofHours(hour));
    }

    @Test
    void isNotKnownAtFirstWhenItMayBeSeveral() {
        assertThat(intervals.hours(PERPETUAL, hour(5), hour(8))).isEmpty();
    }

    @Test
    void isTheLongestWhenMoreIsLeftThanTheSecondLongest() {
        assertThat(intervals.hours(PERPETUAL, hour(4).minus(SECOND), hour(8))).contains(8);
        assertThat(intervals.hours(PERPETUAL, hour(7), hour(8)))
                .as("and stays so")
                .contains(8);
    }

    @Test
    void isTheTimeBetweenTwoPayments() {
        intervals.hours(PERPETUAL, hour(4).minus(SECOND), hour(4));

        assertThat(intervals.hours(PERPETUAL, hour(4).plus(SECOND), hour(8))).contains(4);
        assertThat(intervals.hours(PERPETUAL, hour(8).plus(SECOND), hour(9)))
                .as("the exchange has shortened it")
                .contains(1);
    }

    @Test
    void isNotKnownWhenPaymentsWereMissed() {
        intervals.hours(PERPETUAL, hour(3), hour(4));

        assertThat(intervals.hours(PERPETUAL, hour(10), hour(12))).isEmpty();
    }
}
