/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.DeadLetter;
import io.ballast.schemas.catalogue.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each adapter hears an exchange that speaks as documented, over a network that does what networks do. Nearly all of it is
 * waiting, so they do it side by side.
 */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("fault")
class VenueFaultsIT {

    private static final int BURST = 50_000;
    /** Of one message. */
    private static final int SOME_BYTES = 20;

    private static final Map<String, String> CALM = Map.of();
    private static final Map<String, String> IMPATIENT = Map.of(
            FeedSettings.PING_MS, "200",
            FeedSettings.SILENCE_MS, "1500");

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void isHeard(VenueScript script) {
        try (HeardVenue venue = new HeardVenue(script, CALM)) {
            venue.untilHeard(1);
            venue.untilHeard(2);

            assertThat(venue.values()).endsWith(VenueScript.value(1), VenueScript.value(2));
            assertThat(venue.counts().losses()).isZero();
            assertThat(venue.feed().deadLetters()).isZero();
            assertThat(venue.feed().unknownTypes()).isEmpty();
            assertThat(venue.feed().complaints()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aCutInTheMiddleOfAFrameCostsNothingThatIsStillTrue(VenueScript script) {
        try (HeardVenue venue = new HeardVenue(script, IMPATIENT)) {
            venue.untilHeard(1);
            int asked = venue.server().asked().size();
            venue.proxy().cutAfter(SOME_BYTES);
            venue.say(script.says(2));
            HeardVenue.patiently().until(() -> venue.server().opened() == 2);
            venue.untilHeard(3);

            assertThat(venue.values()).doesNotContain(VenueScript.value(2));
            assertThat(venue.server().asked()).as("asked again").hasSizeGreaterThan(asked);
            assertThat(venue.counts().losses()).isEqualTo(1);
            assertThat(venue.feed().deadLetters()).as("half a message is none").isZero();
            assertThat(venue.feed().missed()).isEqualTo(script.hasNoGaps() ? 1 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void aHalfOpenConnectionIsGivenUp(VenueScript script) {
        try (HeardVenue venue = new HeardVenue(script, IMPATIENT)) {
            venue.untilHeard(1);
            venue.proxy().freeze();
            HeardVenue.patiently().until(() -> venue.proxy().connections() >= 2);
            venue.untilHeard(2);

            assertThat(venue.counts().lastLoss()).isEqualTo("no sign of life for 1500 ms");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void anExchangeThatOnlyAnswersPingsIsAskedAnew(VenueScript script) {
        Map<String, String> settings = Map.of(
                FeedSettings.PING_MS, "50",
                FeedSettings.SILENCE_MS, "2000",
                FeedSettings.NO_DATA_MS, "500");
        try (HeardVenue venue = new HeardVenue(script, settings)) {
            venue.untilHeard(1);
            HeardVenue.patiently().until(() -> venue.counts().losses() > 0);
            assertThat(venue.counts().lastLoss()).isEqualTo("nothing of use for 500 ms");
            venue.untilHeard(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void anExchangeThatGoesAwayIsHeardWhenItIsBack(VenueScript script) {
        try (HeardVenue venue = new HeardVenue(script, CALM)) {
            venue.untilHeard(1);
            venue.proxy().refuse(true);
            venue.server().goAway();
            HeardVenue.patiently().until(() -> venue.counts().losses() >= 3);
            venue.proxy().refuse(false);
            venue.untilHeard(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void repeatsAndGapsAreToldApart(VenueScript script) {
        try (HeardVenue venue = new HeardVenue(script, CALM)) {
            venue.untilHeard(1);
            venue.say(script.says(2));
            venue.awaitNewest(2);
            // What it took to be heard at first has all been counted by now.
            long seen = venue.feed().repeats() + venue.feed().old();
            venue.say(script.says(2));
            venue.say(script.says(1));
            venue.say(script.says(6));
            venue.awaitNewest(6);

            assertThat(venue.feed().repeats() + venue.feed().old() - seen).isEqualTo(2);
            assertThat(venue.feed().repeats() > 0).isEqualTo(script.isNumbered());
            assertThat(venue.feed().gaps()).isEqualTo(script.hasNoGaps() ? 1 : 0);
            assertThat(venue.feed().missed()).isEqualTo(script.hasNoGaps() ? 3 : 0);
        }
    }

    /** One after the other, beside all that waits: this works. */
    @ParameterizedTest
    @EnumSource
    void aBurstWhileKafkaIsStuckLeavesTheNewestAlone(VenueScript script) {
        try (HeardVenue venue = new HeardVenue(script, CALM)) {
            venue.untilHeard(1);
            venue.sink().hold();
            int written;
            try {
                written = venue.sink().records().size();
                long before = venue.counts().messages();
                for (int n = 2; n < BURST + 2; n++) {
                    venue.say(script.says(n));
                }
                HeardVenue.patiently().until(() -> venue.counts().messages() - before >= BURST);
            } finally {
                venue.sink().release();
            }
            venue.awaitNewest(BURST + 1);

            // What was being written, and what waited.
            assertThat(venue.sink().records()).hasSizeLessThanOrEqualTo(written + 2);
            assertThat(venue.feed().observations()).isGreaterThan(BURST);
            assertThat(venue.feed().conflated()).isGreaterThanOrEqualTo(BURST - 2);
            assertThat(venue.feed().gaps()).isZero();
            assertThat(venue.counts().losses()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void garbageCostsNothingElse(VenueScript script) {
        String[] garbage = {"", "null", "[]", "{", "{}{}", "[".repeat(5000), "\u0000", "{\"a\":1e999999999}"};
        try (HeardVenue venue = new HeardVenue(script, CALM)) {
            venue.untilHeard(1);
            for (String message : garbage) {
                venue.say(message);
            }
            venue.server().broadcast(new byte[] {1, 2, 3});
            venue.untilHeard(2);

            assertThat(venue.counts().losses()).isZero();
            assertThat(venue.feed().deadLetters()
                            + venue.feed().unknownTypes().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                    .isEqualTo(garbage.length);
            assertThat(venue.sink().records())
                    .filteredOn(sent -> sent.topic() == Topic.DEAD_LETTERS)
                    .extracting(sent -> text((DeadLetter) sent.value()))
                    .contains("{", "{}{}", "\u0000");
        }
    }

    private static String text(DeadLetter letter) {
        return StandardCharsets.UTF_8.decode(letter.getSourceValue()).toString();
    }

    @Test
    void aMessageWithoutEndIsCutOffBeforeItFillsMemory() {
        try (HeardVenue venue = new HeardVenue(VenueScript.COINBASE, Map.of(FeedSettings.MESSAGE_CHARS, "100000"))) {
            venue.untilHeard(1);
            venue.say("x".repeat(5_000_000));
            HeardVenue.patiently().until(() -> venue.counts().losses() == 1);

            assertThat(venue.counts().lastLoss()).isEqualTo("a message has more than 100000 characters");
            venue.untilHeard(2);
        }
    }

    @Test
    void aMessageInPartsIsHeardAsOne() {
        try (HeardVenue venue = new HeardVenue(VenueScript.KRAKEN, CALM)) {
            venue.untilHeard(1);
            String padding = " ".repeat(3_000_000);
            venue.say(VenueScript.KRAKEN.says(2).replace("\"data\"", padding + "\"data\""));
            venue.awaitNewest(2);
        }
    }

    @Test
    void deribitIsAnsweredWhenItAsks() {
        try (HeardVenue venue = new HeardVenue(VenueScript.DERIBIT, CALM)) {
            HeardVenue.patiently()
                    .until(() -> venue.server().asked().stream().anyMatch(asked -> asked.contains("public/test")));
        }
    }
}
