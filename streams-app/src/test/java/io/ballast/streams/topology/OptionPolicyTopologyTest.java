/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SampleQuotes.EXPIRY;
import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.DeadLetter;
import io.ballast.schema.OptionPolicy;
import io.ballast.schema.StripExpiryState;
import io.ballast.schema.StripMode;
import io.ballast.schema.StripRecommendation;
import io.ballast.schema.StripTrigger;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.CoinPool;
import io.ballast.streams.testkit.HedgeRecords;
import io.ballast.streams.testkit.SampleQuotes;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two portfolios of a desk with positions, and policies that say whose losses options are to cover, and how. */
class OptionPolicyTopologyTest {

    private static final BigInteger SOME = BigInteger.valueOf(150).multiply(BigInteger.TEN.pow(15));
    private static final double[] STRIKES = {1400, 1600, 1800, 2000, 2100, 2200, 2400, 2600, 3000};
    private static final String EXPIRY_KEY = "|ETH|2024-03-29T08:00:00Z";
    private static final String DESK = "desk-a" + EXPIRY_KEY;
    private static final String WIDE = "desk-a/wide" + EXPIRY_KEY;
    private static final String NARROW = "desk-a/narrow" + EXPIRY_KEY;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private BookDriver books;

    @BeforeEach
    void holdInTwoPortfolios() throws IOException {
        Path owners = Files.writeString(
                folder.resolve("owners.csv"),
                "owner,portfolio\n" + ALICE + ",desk-a/wide\n" + BOB + ",desk-a/narrow\n");
        books = BookDriver.open(folder, Map.of(PublicationKeys.OWNERS_FILE, owners.toString()));
        new CoinPool(chain).create().mint(ALICE, SOME).mint(BOB, SOME);
        books.feed(chain.records());
        quote(1);
        assertThat(advice()).containsOnlyKeys(WIDE, NARROW).doesNotContainValue(null);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void shouldNetTheWholeDesk_whereItsPolicySpeaks_andStopSpeakingOfItsParts() {
        books.feed(policy("desk-a", options -> options.setPremium(10_000.0).setRollDays(60.0)));

        Map<String, StripRecommendation> said = advice();
        assertThat(said).containsOnlyKeys(DESK, WIDE, NARROW);
        assertThat(said.get(WIDE)).isNull();
        assertThat(said.get(NARROW)).isNull();
        StripRecommendation desk = said.get(DESK);
        assertThat(desk.getMode()).isEqualTo(StripMode.BEST_FOR_PREMIUM);
        assertThat(desk.getBudget()).isEqualTo(10_000);
        assertThat(desk.getStrip().getPremium()).isLessThanOrEqualTo(10_000);
        assertThat(desk.getExpiryState()).isEqualTo(StripExpiryState.ROLL);
        assertThat(desk.getTrigger()).isEqualTo(StripTrigger.NEW);
    }

    @Test
    void shouldSpeakOfAPartWithAPolicyOfItsOwn() {
        books.feed(policy("desk-a", options -> options.setAdvised(false)));
        assertThat(advice()).containsOnlyKeys(WIDE, NARROW).containsValue(null);
        books.feed(policy("desk-a/wide", options -> options.setOptionLot(5.0).setMaximumCoins(30.0)));

        Map<String, StripRecommendation> said = advice();
        assertThat(said).containsOnlyKeys(WIDE);
        assertThat(said.get(WIDE).getStrip().getLegs()).isNotEmpty().allSatisfy(leg -> {
            assertThat(leg.getCoins() / 5).isCloseTo(Math.rint(leg.getCoins() / 5), within(1e-9));
            assertThat(leg.getCoins()).isLessThanOrEqualTo(30);
        });
    }

    @Test
    void shouldSayItAnew_whenThePolicyChanges_andGoByTheSettingsWithoutOne() {
        books.feed(policy("desk-a/wide", options -> options.setPremium(500.0)));
        assertThat(advice().get(WIDE)).satisfies(strip -> {
            assertThat(strip.getTrigger()).isEqualTo(StripTrigger.POLICY);
            assertThat(strip.getBudget()).isEqualTo(500);
        });

        books.feed(new TestRecord(
                Topic.POLICIES, "desk-a/wide", null, HedgeRecords.at(2).toEpochMilli(), 0));

        assertThat(advice()).containsOnlyKeys(WIDE).allSatisfy((key, strip) -> assertThat(strip.getMode())
                .isEqualTo(StripMode.CHEAPEST_COVER));
    }

    @Test
    void shouldCoverTheNamedCoinsOnly() {
        books.feed(policy("desk-a/wide", options -> options.setUnderlyings(List.of("BTC"))));

        assertThat(advice()).containsOnlyKeys(WIDE).containsEntry(WIDE, null);
    }

    @Test
    void shouldKeepThePolicy_whenATaskTakesOver() {
        books.feed(policy("desk-a", options -> options.setPremium(10_000.0)));
        advice();
        books.reinitialise();
        quote(61);
        quote(122);

        Map<String, StripRecommendation> said = advice();
        assertThat(said).containsOnlyKeys(DESK);
        assertThat(said.get(DESK).getBudget()).isEqualTo(10_000);
    }

    @Test
    void shouldRefuseAPolicyThatMakesNoSense_andKeepTheOneBefore() {
        books.feed(policy("desk-a", options -> options.setPremium(10_000.0)));
        advice();
        books.feed(policy("desk-a", options -> options.setPremium(-1.0)));

        assertThat(advice()).isEmpty();
        DeadLetter refused = books.deadLetters().get(0);
        assertThat(refused.getReason()).contains("premium -1.0 of options must be finite and not negative");
        assertThat(refused.getSourceTopic()).endsWith("policies");
        assertThat(refused.getSourceOffset()).isEqualTo(1);
        assertThat(refused.getSourceValue()).isNotNull();
    }

    private static TestRecord policy(String portfolio, Consumer<OptionPolicy.Builder> change) {
        OptionPolicy.Builder options = OptionPolicy.newBuilder();
        change.accept(options);
        return HedgeRecords.policy(portfolio, 1, policy -> policy.setOptions(options.build()));
    }

    private void quote(long seconds) {
        books.feed(new SampleQuotes(0.7).chain(EXPIRY, 2100, Chain.timeOf(100).plusSeconds(seconds), STRIKES));
    }

    /** What was said since it was asked last, the newest of each key. */
    private Map<String, StripRecommendation> advice() {
        books.advance(Duration.ofSeconds(5));
        Map<String, StripRecommendation> last = new LinkedHashMap<>();
        books.read(Topic.STRIP_RECOMMENDATIONS, StripRecommendation.class)
                .forEach(record -> last.put(record.key(), record.value()));
        return last;
    }
}
