/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SampleQuotes.EXPIRY;
import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.CallOrPut;
import io.ballast.schema.HedgeEventKind;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.OptionPolicy;
import io.ballast.schema.OptionRight;
import io.ballast.schema.StripOption;
import io.ballast.schema.StripPosition;
import io.ballast.schema.StripRecommendation;
import io.ballast.schema.StripTrigger;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.CoinPool;
import io.ballast.streams.testkit.HedgeRecords;
import io.ballast.streams.testkit.SampleQuotes;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portfolio that follows its strips: what it has bought is not advised again. */
class HeldStripTopologyTest {

    private static final String PORTFOLIO = "desk-a/eth";
    private static final BigInteger SOME = BigInteger.valueOf(150).multiply(BigInteger.TEN.pow(15));
    private static final double[] STRIKES = {1400, 1600, 1800, 2000, 2100, 2200, 2400, 2600, 3000};
    private static final double FORWARD = 2100;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final Instant start = Chain.timeOf(100).plusSeconds(1);
    private BookDriver books;
    private int fills;

    @BeforeEach
    void holdAPosition() throws IOException {
        Path owners =
                Files.writeString(folder.resolve("owners.csv"), "owner,portfolio\n" + ALICE + "," + PORTFOLIO + "\n");
        books = BookDriver.open(folder, Map.of(PublicationKeys.OWNERS_FILE, owners.toString()));
        new CoinPool(chain).create().mint(ALICE, SOME);
        books.feed(chain.records());
        books.feed(new SampleQuotes(0.7).chain(EXPIRY, FORWARD, start, STRIKES));
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void shouldAdviseNothingMore_whenEverythingWasBought() {
        StripRecommendation first = advice();
        assertThat(first.getPositions())
                .hasSameSizeAs(first.getStrip().getLegs())
                .allSatisfy(position -> assertThat(position.getHeldCoins()).isZero());

        first.getStrip().getLegs().forEach(leg -> buy(leg, leg.getContracts()));

        StripRecommendation second = advice();
        assertThat(second.getTrigger()).isEqualTo(StripTrigger.HEDGES);
        assertThat(second.getStrip().getLegs()).isEmpty();
        assertThat(second.getStrip().getPremium()).isZero();
        assertThat(second.getPositions())
                .hasSameSizeAs(first.getPositions())
                .zipSatisfy(first.getPositions(), (now, before) -> {
                    assertThat(now.getStrike()).isEqualTo(before.getStrike());
                    assertThat(now.getHeldCoins()).isEqualTo(before.getTargetCoins());
                    assertThat(now.getTargetCoins()).isEqualTo(before.getTargetCoins());
                    assertThat(now.getDifferenceCoins()).isZero();
                });
        assertThat(second.getWorstResidual()).isCloseTo(first.getWorstResidual(), within(1e-6));
        assertThat(second.getThetaPerDay()).isCloseTo(first.getThetaPerDay(), within(1e-6));
        assertThat(second.getSentence()).contains("No option", "are held and stay part of it");
    }

    @Test
    void shouldAdviseWhatIsMissingOfAnOption() {
        StripRecommendation first = advice();
        StripOption most = most(first);
        double bought = Math.floor(most.getContracts() / 2);

        buy(most, bought);

        StripRecommendation second = advice();
        assertThat(position(second, most)).satisfies(position -> {
            assertThat(position.getHeldCoins()).isEqualTo(bought);
            assertThat(position.getTargetCoins()).isEqualTo(most.getCoins());
            assertThat(position.getDifferenceCoins()).isEqualTo(most.getCoins() - bought);
        });
        assertThat(second.getStrip().getPremium())
                .isCloseTo(first.getStrip().getPremium() - bought * most.getPrice(), within(1e-6));
    }

    @Test
    void shouldForgetThem_whenTheyAreSoldAgain() {
        StripRecommendation first = advice();
        StripOption most = most(first);
        buy(most, 5);
        assertThat(position(advice(), most).getHeldCoins()).isEqualTo(5);
        buy(most, -5);

        assertThat(position(advice(), most).getHeldCoins()).isZero();
    }

    @Test
    void shouldSpendWhatIsLeftOfThePremium() {
        books.feed(HedgeRecords.policy(PORTFOLIO, 1, policy -> policy.setEventTime(start)
                .setOptions(OptionPolicy.newBuilder().setPremium(10_000.0).build())));
        StripRecommendation first = advice();
        assertThat(first.getBudgetSpent()).isZero();
        StripOption most = most(first);

        buy(most, most.getContracts());

        // 0.01 coins each, at the forward.
        StripRecommendation second = advice();
        double paid = most.getContracts() * 0.01 * FORWARD;
        assertThat(second.getBudget()).isEqualTo(10_000);
        assertThat(second.getBudgetSpent()).isCloseTo(paid, within(1e-6));
        assertThat(second.getStrip().getPremium()).isLessThanOrEqualTo(10_000 - paid);
        assertThat(second.getStrip().getLegs())
                .allSatisfy(leg -> assertThat(leg.getCoins()).isPositive());
    }

    private void buy(StripOption leg, double contracts) {
        Instant time = start.plusSeconds(++fills);
        String id = leg.getInstrumentId();
        OptionRight right = OptionRight.valueOf(leg.getRight().name());
        books.feed(HedgeRecords.instrument(id, InstrumentKind.COIN_SETTLED_OPTION, 0, option -> option.setQuote("USD")
                .setSettlement("ETH")
                .setMultiplier("1")
                .setLot("1")
                .setStrike(new BigDecimal(leg.getStrike()).toPlainString())
                .setExpiry(EXPIRY)
                .setOptionRight(right)
                .setEventTime(start)));
        books.feed(HedgeRecords.event(PORTFOLIO, "f" + fills, HedgeEventKind.FILL, 0, event -> event.setInstrumentId(id)
                .setContracts(new BigDecimal(contracts).toPlainString())
                .setPrice("0.01")
                .setEventTime(time)));
    }

    private static StripOption most(StripRecommendation advice) {
        return advice.getStrip().getLegs().stream()
                .filter(leg -> leg.getRight() == CallOrPut.PUT)
                .max(Comparator.comparingDouble(StripOption::getContracts))
                .orElseThrow();
    }

    private static StripPosition position(StripRecommendation advice, StripOption leg) {
        return advice.getPositions().stream()
                .filter(one -> one.getRight() == leg.getRight() && one.getStrike() == leg.getStrike())
                .findFirst()
                .orElseThrow();
    }

    private StripRecommendation advice() {
        books.advance(Duration.ofSeconds(5));
        List<TestRecord<String, StripRecommendation>> records =
                books.read(Topic.STRIP_RECOMMENDATIONS, StripRecommendation.class);
        assertThat(books.deadLetters()).isEmpty();
        return records.get(records.size() - 1).value();
    }
}
