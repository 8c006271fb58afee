/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One fault after the other, at random moments of a stream of prices: it is always heard again, and never goes back. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("fault")
class RandomFaultsIT {

    private static final int FAULTS = 12;
    private static final int MOST_PRICES = 200;
    private static final int MOST_BYTES = 500;

    private static final Map<String, String> SETTINGS = Map.of(
            FeedSettings.PING_MS, "100",
            FeedSettings.SILENCE_MS, "600");

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource(names = {"COINBASE", "KRAKEN", "BYBIT_LINEAR"})
    void itIsAlwaysHeardAgain(VenueScript script) {
        long seed = System.nanoTime();
        System.out.println("faults chosen with seed " + seed);
        Random random = new Random(seed);
        long said = 0;
        try (HeardVenue venue = new HeardVenue(script, SETTINGS)) {
            for (int fault = 0; fault < FAULTS; fault++) {
                venue.untilHeard(++said);
                disturb(venue, random);
                for (int i = random.nextInt(MOST_PRICES); i > 0; i--) {
                    venue.say(script.says(++said));
                }
            }
            venue.untilHeard(++said);

            List<Double> values = venue.values();
            assertThat(values).isSorted().doesNotHaveDuplicates();
            assertThat(venue.counts().losses())
                    .as("otherwise this shows little")
                    .isPositive();
        }
    }

    private static void disturb(HeardVenue venue, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> venue.proxy().freeze();
            case 1 -> venue.server().goAway();
            case 2 -> venue.say("{garbage");
            case 3 -> refuseForAWhile(venue);
            default -> venue.proxy().cutAfter(random.nextInt(MOST_BYTES));
        }
    }

    private static void refuseForAWhile(HeardVenue venue) {
        long losses = venue.counts().losses();
        venue.proxy().refuse(true);
        venue.proxy().cutAfter(0);
        venue.say("{}");
        HeardVenue.patiently().until(() -> venue.counts().losses() >= losses + 2);
        venue.proxy().refuse(false);
    }
}
