/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SampleQuotes.EXPIRY;
import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.book.GroupCurve;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.StripExpiryState;
import io.ballast.schema.StripMode;
import io.ballast.schema.StripRecommendation;
import io.ballast.schema.StripTrigger;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.OptionKeys;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.record.PortfolioCurveAdapter;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.CoinPool;
import io.ballast.streams.testkit.ExpiryPayoff;
import io.ballast.streams.testkit.SampleQuotes;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Positions, pool prices and option quotes in; strips that cover the loss and scenarios out, for each portfolio. */
class DeskTopologyTest {

    /** Some 1 million dollars. */
    private static final BigInteger SOME = BigInteger.valueOf(150).multiply(BigInteger.TEN.pow(15));

    private static final double[] STRIKES = {
        1200, 1400, 1600, 1700, 1800, 1900, 2000, 2100, 2200, 2300, 2400, 2500, 2600, 2800, 3000
    };
    private static final String KEY = "desk-a/eth|ETH|2024-03-29T08:00:00Z";

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final CoinPool pool = new CoinPool(chain).create().mint(ALICE, SOME);
    private final Instant start = Chain.timeOf(100).plusSeconds(1);
    private final SampleQuotes quotes = new SampleQuotes(0.7);

    @Test
    void shouldCoverTheLossAtEveryPrice_andNotForMoreThanByChords() throws IOException {
        try (BookDriver books = open(Map.of())) {
            books.feed(chain.records());
            GroupCurve held = curve(books);
            books.feed(quotes.chain(EXPIRY, 2100, start, STRIKES));
            assertThat(books.counters().due()).isPositive();
            books.advance(Duration.ofSeconds(5));

            StripRecommendation advice = only(books);
            assertThat(advice.getMode()).isEqualTo(StripMode.CHEAPEST_COVER);
            assertThat(advice.getTrigger()).isEqualTo(StripTrigger.NEW);
            assertThat(advice.getExpiryState()).isEqualTo(StripExpiryState.HOLD);
            assertThat(advice.getPools()).containsExactly(CoinPool.ID);
            assertThat(advice.getStrip().getLegs()).isNotEmpty().allSatisfy(leg -> assertThat(leg.getContracts())
                    .isEqualTo(Math.rint(leg.getCoins())));
            for (double price = 50; price < 20_000; price += 1) {
                double excess = ExpiryPayoff.at(advice.getStrip(), advice.getForward(), price)
                        + held.at(price).il();
                assertThat(excess).as("excess at %s", price).isGreaterThan(-0.01);
            }
            assertThat(advice.getStrip().getCost())
                    .isLessThan(1.05 * advice.getChord().getCost());
            assertThat(advice.getWorstResidual()).isLessThan(0.01);
            assertThat(advice.getPremiumNow()).isCloseTo(advice.getStrip().getPremium() * 0.99, within(1e-6));
            assertThat(advice.getThetaPerDay()).isNegative();
            assertThat(advice.getVegaByTenor()).singleElement().satisfies(vega -> assertThat(vega.getVega())
                    .isPositive());
            assertThat(advice.getPayoffs()).hasSize(13);
            assertThat(advice.getSentence()).contains("Buy options on").contains("ETH");
        }
    }

    @Test
    void shouldWorkItOutAnewWhenThePriceOrThePositionsMoveOrTimeHasPassed() throws IOException {
        try (BookDriver books = open(Map.of())) {
            books.feed(chain.records());
            assertThat(triggers(books, 2100, start)).containsExactly(StripTrigger.NEW);
            assertThat(triggers(books, 2105, start.plusSeconds(60))).isEmpty();
            assertThat(triggers(books, 2200, start.plusSeconds(120))).containsExactly(StripTrigger.PRICE_MOVE);
            assertThat(triggers(books, 2200, start.plusSeconds(3800))).containsExactly(StripTrigger.INTERVAL);
            int from = chain.size();
            chain.nextBlock();
            pool.mint(ALICE, SOME);
            books.feed(chain.records().subList(from, chain.size()));
            books.advance(Duration.ofSeconds(5));
            assertThat(only(books).getTrigger()).isEqualTo(StripTrigger.POSITIONS);
        }
    }

    @Test
    void shouldWithdrawIt_whenThePortfolioHasLeft_andWhenTheExpiryIsOver() throws IOException {
        try (BookDriver books = open(Map.of())) {
            books.feed(chain.records());
            assertThat(triggers(books, 2100, start)).hasSize(1);
            books.feed(chain.records().get(chain.size() - 1).removed());
            assertThat(advice(books)).singleElement().satisfies(record -> assertThat(record.value())
                    .isNull());

            books.feed(chain.records().get(chain.size() - 1));
            books.advance(Duration.ofSeconds(5));
            assertThat(only(books).getTrigger()).isEqualTo(StripTrigger.NEW);
            books.feed(quotes.chain(EXPIRY.plus(Duration.ofDays(28)), 2100, EXPIRY.plusSeconds(1), STRIKES));
            books.advance(Duration.ofSeconds(5));

            assertThat(advice(books)).anyMatch(record -> record.key().equals(KEY) && record.value() == null);
        }
    }

    @Test
    void shouldTellThePayoffAfterTheHedge_andWhenToRollAndToWatchAStrike() throws IOException {
        try (BookDriver books = open(Map.of())) {
            books.feed(chain.records());
            GroupCurve held = curve(books);
            assertThat(triggers(books, 2100, EXPIRY.minus(Duration.ofHours(47))))
                    .hasSize(1);
            books.feed(quotes.chain(EXPIRY, 2100, EXPIRY.minus(Duration.ofHours(3)), STRIKES));
            books.advance(Duration.ofSeconds(5));

            StripRecommendation pinned = only(books);
            assertThat(pinned.getExpiryState()).isEqualTo(StripExpiryState.PIN);
            assertThat(pinned.getPinDistance()).isCloseTo(0, within(1e-9));
            assertThat(pinned.getPayoffs()).allSatisfy(point -> {
                double pays = ExpiryPayoff.at(pinned.getStrip(), pinned.getForward(), point.getPrice());
                double il = held.at(point.getPrice()).il();
                assertThat(point.getLoss()).isCloseTo(-il, within(1e-4));
                assertThat(point.getPayoff()).isCloseTo(pays, within(1e-6));
                assertThat(point.getAfterCost())
                        .isCloseTo(pays + il - pinned.getStrip().getCost(), within(1e-4));
            });

            books.feed(quotes.chain(EXPIRY.plus(Duration.ofDays(1)), 2100, EXPIRY.minus(Duration.ofHours(2)), STRIKES));
            books.advance(Duration.ofSeconds(5));
            assertThat(advice(books))
                    .filteredOn(record -> record.key().endsWith("30T08:00:00Z"))
                    .singleElement()
                    .satisfies(record ->
                            assertThat(record.value().getExpiryState()).isEqualTo(StripExpiryState.ROLL));
        }
    }

    @Test
    void shouldSpendNoMoreThanThePremium() throws IOException {
        try (BookDriver books = open(Map.of(OptionKeys.BUDGET, "10000"))) {
            books.feed(chain.records());
            books.feed(quotes.chain(EXPIRY, 2100, start, STRIKES));
            books.advance(Duration.ofSeconds(5));

            StripRecommendation advice = only(books);
            assertThat(advice.getMode()).isEqualTo(StripMode.BEST_FOR_PREMIUM);
            assertThat(advice.getBudget()).isEqualTo(10_000);
            assertThat(advice.getStrip().getPremium())
                    .isLessThanOrEqualTo(10_000)
                    .isGreaterThan(5000);
            assertThat(advice.getWorstResidual()).isPositive();
            assertThat(advice.getSentence()).contains("stay open");
        }
    }

    @Test
    void shouldSayNothingOfAResidualWithoutLimit() throws IOException {
        try (BookDriver books = open(Map.of(OptionKeys.FORWARD, "false"))) {
            books.feed(chain.records());
            quotes.chain(EXPIRY, 2100, start, STRIKES).stream()
                    .filter(record -> ((io.ballast.schema.QuotedOption) record.value()).getRight() == CallOrPut.PUT)
                    .forEach(books::feed);
            books.advance(Duration.ofSeconds(5));

            StripRecommendation advice = only(books);
            assertThat(advice.getWorstResidual()).isNull();
            assertThat(advice.getStatements())
                    .anyMatch(statement -> statement.getCode().equals("NOT_COVERED_ABOVE"));
            assertThat(advice.getSentence()).contains("without limit");
        }
    }

    @Test
    void shouldSayWhichCurvesAreMissing() throws IOException {
        try (BookDriver books = open(Map.of(PublicationKeys.CURVE_BOUNDARIES, "1"))) {
            books.feed(chain.records());
            books.feed(quotes.chain(EXPIRY, 2100, start, STRIKES));
            books.advance(Duration.ofSeconds(5));

            StripRecommendation advice = only(books);
            assertThat(advice.getPools()).isEmpty();
            assertThat(advice.getLeftOut()).singleElement().satisfies(left -> assertThat(left.getReason())
                    .contains("TOO_MANY_BOUNDARIES"));
            assertThat(advice.getSentence())
                    .isEqualTo("Not covered are holdings of 1 pools whose curves are not told.");
            PortfolioScenarios scenarios = scenarios(books).get("desk-a");
            assertThat(scenarios.getLeftOut()).hasSize(1);
            assertThat(scenarios.getValue()).isNull();
            assertThat(scenarios.getLadder()).isEmpty();
        }
    }

    @Test
    void shouldSayItAllAgain_whenATaskTakesOver() throws IOException {
        try (BookDriver books = open(Map.of())) {
            books.feed(chain.records());
            assertThat(triggers(books, 2100, start)).hasSize(1);
            scenarios(books);
            books.reinitialise();
            books.feed(quotes.chain(EXPIRY, 2101, start.plusSeconds(61), 2000));
            books.feed(quotes.chain(EXPIRY, 2101, start.plusSeconds(661), 2000));
            books.feed(quotes.chain(EXPIRY, 2101, start.plusSeconds(1261), STRIKES));

            assertThat(only(books).getTrigger()).isEqualTo(StripTrigger.NEW);
            assertThat(scenarios(books)).containsKey("desk-a");
        }
    }

    @Test
    void shouldRevalueThePoolsAndKnowTheValueAtRisk() throws IOException {
        chain.nextBlock();
        pool.moveTo(-199_400);
        try (BookDriver books = open(Map.of())) {
            books.feed(chain.records());
            GroupCurve held = curve(books);
            double price = books.newParts().values().iterator().next().getPrice();
            books.feed(quotes.chain(EXPIRY, 2190, start.plusSeconds(60), STRIKES));
            books.advance(Duration.ofSeconds(5));

            Map<String, PortfolioScenarios> found = scenarios(books);
            assertThat(found).containsOnlyKeys("desk-a", "desk-a/eth");
            PortfolioScenarios desk = found.get("desk-a");
            double value = held.at(price).value();
            assertThat(desk.getValue()).isCloseTo(value, within(1e-6));
            assertThat(desk.getLadder()).hasSize(12).allSatisfy(point -> {
                double there = held.at(price * (1 + point.getShift())).value();
                assertThat(point.getValue()).isCloseTo(there, within(1e-6));
                assertThat(point.getChange()).isCloseTo(there - value, within(1e-6));
            });
            // A dollar token at 0.8: coins cost a quarter more of it, and what is left is worth 0.8 of that.
            assertThat(desk.getShocks()).anySatisfy(shock -> {
                assertThat(shock.getName()).contains("0.8");
                assertThat(shock.getChange())
                        .isCloseTo(0.8 * held.at(price / 0.8).value() - value, within(1e-6));
            });
            // Worth only rises with the price, so the loss not exceeded is that at the price not undercut.
            desk.getRisk().forEach(risk -> {
                double deviation = 0.7 * Math.sqrt(1 / 365.0);
                double quantile = price * Math.exp(-2.3263478740408408 * deviation - deviation * deviation / 2);
                assertThat(risk.getVar99()).isCloseTo(value - held.at(quantile).value(), within(1e-4));
                assertThat(risk.getEs99()).isGreaterThan(risk.getVar99());
                assertThat(risk.getVar95()).isLessThan(risk.getVar99());
            });
            assertThat(desk.getRisk()).singleElement().satisfies(risk -> assertThat(risk.getAsset())
                    .isEqualTo("ETH"));
            assertThat(desk.getGrid()).isEmpty();
            assertThat(books.counters().due()).isZero();
            assertThat(desk.getLeftOut()).isEmpty();
        }
    }

    @Test
    void shouldWithdrawScenarios_whenADeskHoldsNothing() throws IOException {
        try (BookDriver books = open(Map.of())) {
            books.feed(chain.records());
            books.advance(Duration.ofSeconds(5));
            assertThat(scenarios(books).get("desk-a").getNotInRisk())
                    .singleElement()
                    .satisfies(left -> assertThat(left.getReason()).contains("no volatility of ETH"));

            books.feed(chain.records().get(chain.size() - 1).removed());

            assertThat(scenarios(books)).containsEntry("desk-a", null).containsEntry("desk-a/eth", null);
        }
    }

    private BookDriver open(Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        Path owners = Files.writeString(folder.resolve("owners.csv"), "owner,portfolio\n" + ALICE + ",desk-a/eth\n");
        settings.put(PublicationKeys.OWNERS_FILE, owners.toString());
        return BookDriver.open(folder, settings);
    }

    private List<StripTrigger> triggers(BookDriver books, double forward, Instant time) {
        books.feed(quotes.chain(EXPIRY, forward, time, STRIKES));
        books.advance(Duration.ofSeconds(5));
        return advice(books).stream().map(record -> record.value().getTrigger()).toList();
    }

    private static List<TestRecord<String, StripRecommendation>> advice(BookDriver books) {
        return books.read(Topic.STRIP_RECOMMENDATIONS, StripRecommendation.class);
    }

    private static StripRecommendation only(BookDriver books) {
        List<TestRecord<String, StripRecommendation>> records = advice(books);
        assertThat(records).extracting(TestRecord::key).containsOnly(KEY);
        return records.get(records.size() - 1).value();
    }

    private static Map<String, PortfolioScenarios> scenarios(BookDriver books) {
        Map<String, PortfolioScenarios> last = new HashMap<>();
        books.read(Topic.PORTFOLIO_SCENARIOS, PortfolioScenarios.class)
                .forEach(record -> last.put(record.key(), record.value()));
        return last;
    }

    private static GroupCurve curve(BookDriver books) {
        List<TestRecord<String, PortfolioCurve>> records = books.newCurves();
        return PortfolioCurveAdapter.curve(records.get(records.size() - 1).value())
                .orElseThrow();
    }
}
