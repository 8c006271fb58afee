/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.INVERSE;
import static io.ballast.streams.testkit.HedgeRecords.PERPETUAL;
import static io.ballast.streams.testkit.HedgeRecords.fill;
import static io.ballast.streams.testkit.HedgeRecords.part;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static io.ballast.streams.testkit.HedgeRecords.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.AdviceAction;
import io.ballast.schema.AssetExposure;
import io.ballast.schema.AssetPolicy;
import io.ballast.schema.AssetShock;
import io.ballast.schema.DayAttribution;
import io.ballast.schema.HedgeEventKind;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.LimitPolicy;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.config.HistoryKeys;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.HedgeRecords;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTopologyTest {

    private static final String DESK = "desk-a";
    private static final String WIDE = "desk-a/eth/wide";
    private static final String NARROW = "desk-a/eth/narrow";
    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

    /** 10 and 5 ETH in pools, 12 sold at 2,000 with 10 USDC of fees, now 1,900. */
    private static List<TestRecord> story() {
        return List.of(
                HedgeRecords.linear(0),
                HedgeRecords.policy(DESK, 1),
                tick(ETH_USD, 2000, 2),
                tick(PERPETUAL, 2000, 2),
                part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 3),
                part(NARROW, "pool-2", 2000, 5, 1_000, 5, 1_000, 4),
                transfer(WIDE, "t1", "binance", "USDC", "10000", 5),
                HedgeRecords.event(WIDE, "f1", HedgeEventKind.FILL, 6, event -> event.setInstrumentId(PERPETUAL)
                        .setContracts("-12")
                        .setPrice("2000")
                        .setFee("10")),
                tick(ETH_USD, 1900, 7),
                tick(PERPETUAL, 1900, 7));
    }

    @Test
    void shouldBringPoolsAndHedgesTogetherAtEveryLevel() {
        try (BookDriver books = BookDriver.open(folder)) {
            Map<String, PortfolioRisk> risk = books.feed(story()).portfolios();

            assertThat(books.deadLetters()).isEmpty();
            assertThat(risk).containsOnlyKeys(DESK, "desk-a/eth", WIDE, NARROW);
            PortfolioRisk desk = risk.get(DESK);
            assertThat(desk.getPositions()).isEqualTo(2);
            AssetExposure eth = asset(desk, "ETH");
            assertThat(eth.getPools()).isEqualTo(15);
            assertThat(eth.getHedges()).isEqualTo(-12);
            assertThat(eth.getNet()).isEqualTo(3);
            assertThat(eth.getGross()).isEqualTo(27);
            assertThat(eth.getPrice()).isEqualTo(1900);
            assertThat(desk.getHedgeUnrealised()).isCloseTo(1200, within(ROUNDING));
            assertThat(desk.getHedgeRealised()).isZero();
            assertThat(desk.getHedgeCosts()).isEqualTo(-10);
            assertThat(desk.getHedgeEquity()).isCloseTo(11_190, within(ROUNDING));
            assertThat(desk.getFees()).isEqualTo(6);
            assertThat(desk.getLvr()).isEqualTo(4);
            assertThat(desk.getValueInRange()).isNull();
            assertThat(desk.getMargins()).singleElement().satisfies(margin -> {
                assertThat(margin.getMaintenance()).isCloseTo(12 * 1900 * 0.05, within(ROUNDING));
                assertThat(margin.getDistances().get(0).getAbove()).isGreaterThan(2500);
            });
            assertThat(desk.getFlags()).containsExactly(PortfolioFlag.PRICE_AT_PAR);
            assertThat(asset(risk.get(NARROW), "ETH").getNet()).isEqualTo(5);
        }
    }

    @Test
    void shouldAdviseWhatIsMissing_netOverThePortfolio_andOnlyWhenItChanges() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(story());
            List<HedgeRecommendation> advice = books.newAdvice();

            HedgeRecommendation last = advice.get(advice.size() - 1);
            assertThat(last.getPortfolio()).isEqualTo(DESK);
            assertThat(last.getPerpetual().getAction()).isEqualTo(AdviceAction.TRADE);
            assertThat(last.getPerpetual().getTarget()).isEqualTo(-15);
            assertThat(last.getPerpetual().getTrades())
                    .singleElement()
                    .satisfies(trade -> assertThat(trade.getContracts()).isEqualTo("-2"));
            assertThat(last.getReason()).startsWith("Sell 2 ETH (-2 contracts on binance:ETHUSDC)");

            books.feed(tick(ETH_USD, 1899, 8));
            assertThat(books.newAdvice()).isEmpty();

            books.feed(fill(NARROW, "f2", PERPETUAL, "-2", "1899", 9));
            assertThat(books.newAdvice()).singleElement().satisfies(hold -> assertThat(
                            hold.getPerpetual().getAction())
                    .isEqualTo(AdviceAction.HOLD));
        }
    }

    @Test
    void shouldCountEveryFillOnce_inWhateverOrder() {
        List<TestRecord> records = new ArrayList<>(story());
        records.add(fill(WIDE, "f2", PERPETUAL, "4", "1950", 8));
        records.add(fill(WIDE, "f3", PERPETUAL, "-1", "1960", 9));
        PortfolioRisk expected = last(records);
        records.addAll(records.subList(5, records.size()));
        Collections.shuffle(records, new Random(5));

        PortfolioRisk shuffled = last(records);

        assertThat(shuffled.getHedgeRealised()).isEqualTo(expected.getHedgeRealised());
        assertThat(shuffled.getHedgeUnrealised()).isEqualTo(expected.getHedgeUnrealised());
        assertThat(shuffled.getHedgeEquity()).isEqualTo(expected.getHedgeEquity());
        assertThat(shuffled.getAssets()).isEqualTo(expected.getAssets());
        assertThat(shuffled.getLegs()).isEqualTo(expected.getLegs());
    }

    @Test
    void shouldGoOnWithTheSameFigures_whenRevived() {
        TestRecord next = tick(ETH_USD, 1850, 10);
        PortfolioRisk expected;
        try (BookDriver books = BookDriver.open(folder)) {
            expected = books.feed(story()).feed(List.of(next)).portfolios().get(DESK);
        }
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(story());
            int advised = books.newAdvice().size();
            books.reinitialise();
            books.feed(next);

            assertThat(books.portfolios().get(DESK)).isEqualTo(expected);
            assertThat(advised).isPositive();
            assertThat(books.newAdvice()).isEmpty();
        }
    }

    @Test
    void shouldLetAFillWaitForItsListing() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(HedgeRecords.policy(DESK, 0));
            books.feed(tick(ETH_USD, 2000, 1));
            books.feed(tick(INVERSE, 2000, 1));
            books.feed(fill(WIDE, "f1", INVERSE, "-4000", "2000", 2));

            assertThat(books.portfolios().get(WIDE).getWaitingEvents()).isEqualTo(1);
            assertThat(books.portfolios().get(WIDE).getFlags()).contains(PortfolioFlag.EVENTS_WAITING);
            assertThat(books.counters().pending()).isEqualTo(1);

            books.feed(HedgeRecords.inverse(3));
            books.feed(transfer(WIDE, "t1", "deribit", "ETH", "3", 4));

            PortfolioRisk risk = books.portfolios().get(WIDE);
            assertThat(risk.getWaitingEvents()).isZero();
            assertThat(books.counters().pending()).isZero();
            assertThat(asset(risk, "ETH").getHedges()).isEqualTo(-17);
            assertThat(asset(risk, "USD").getHedges()).isEqualTo(40_000);
        }
    }

    @Test
    void shouldKeepWhatWaits_whenRevived_andForgetWhatIsCancelled() {
        try (BookDriver books = BookDriver.open(folder)) {
            TestRecord wrong = fill(WIDE, "f2", PERPETUAL, "-9", "2000", 1);
            books.feed(fill(WIDE, "f1", PERPETUAL, "-1", "2000", 0));
            books.feed(wrong);
            books.reinitialise();
            books.feed(HedgeRecords.cancelled(wrong));
            assertThat(books.portfolios().get(WIDE).getWaitingEvents()).isEqualTo(1);

            books.feed(HedgeRecords.linear(2));

            assertThat(asset(books.portfolios().get(WIDE), "ETH").getHedges()).isEqualTo(-1);
            assertThat(books.deadLetters()).isEmpty();
        }
    }

    @Test
    void shouldLetNoMoreWaitThanAllowed() {
        try (BookDriver books = BookDriver.open(folder, Map.of(HistoryKeys.PENDING_RECORDS, "1"))) {
            books.feed(fill(WIDE, "f1", PERPETUAL, "-1", "2000", 0));
            books.feed(fill(WIDE, "f1", PERPETUAL, "-1", "2000", 0));
            books.feed(fill(WIDE, "f2", PERPETUAL, "-1", "2000", 1));

            assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                    .contains("hedge event f2")
                    .contains("1 events of " + WIDE + " wait already"));
        }
    }

    @Test
    void shouldTellMoneyInAnyAssetWithAPrice() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(HedgeRecords.policy(DESK, 1, policy -> policy.setNumeraire("WETH")));
            books.feed(part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 3));
            assertThat(books.portfolios().get(DESK).getUnpriced()).containsExactly("ETH");
            assertThat(books.portfolios().get(DESK).getHedgeEquity()).isNull();

            books.feed(tick(ETH_USD, 2000, 4));

            PortfolioRisk risk = books.portfolios().get(DESK);
            assertThat(risk.getNumeraire()).isEqualTo("ETH");
            assertThat(risk.getValue()).isCloseTo(20, within(ROUNDING));
            assertThat(asset(risk, "USDC").getPrice()).isEqualTo(1 / 2000.0);
            assertThat(risk.getAttributionNumeraire()).isEqualTo("ETH");
            assertThat(risk.getLadders()).isEmpty();
        }
    }

    @Test
    void shouldGiveUpAFillWhoseInstrumentIsNeverListed() {
        try (BookDriver books = BookDriver.open(folder, Map.of(HistoryKeys.PENDING_MS, "60000"))) {
            books.feed(fill(WIDE, "f1", PERPETUAL, "-1", "2000", 0));
            books.feed(transfer(WIDE, "t1", "deribit", "ETH", "3", 300));
            books.feed(transfer(WIDE, "t2", "deribit", "ETH", "3", 600));

            assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                    .isEqualTo("hedge event f1 is of instrument binance:ETHUSDC, which is not listed on"
                            + " hedge-instruments"));
            assertThat(books.portfolios().get(WIDE).getWaitingEvents()).isZero();
        }
    }

    @Test
    void shouldRefuseWhatMakesNoSense_andKeepTheFiguresRight() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(story());
            PortfolioRisk before = books.portfolios().get(DESK);
            books.feed(fill(WIDE, "x1", PERPETUAL, "0", "2000", 20));
            books.feed(fill(WIDE, "x2", PERPETUAL, "1", "0", 20));
            books.feed(fill(WIDE, "x3", PERPETUAL, "1e9", "2000", 20));
            books.feed(fill(WIDE, "f1", PERPETUAL, "-13", "2000", 6));
            books.feed(HedgeRecords.event(
                    WIDE, "x4", HedgeEventKind.UNKNOWN, 20, event -> event.setInstrumentId(PERPETUAL)));
            books.feed(HedgeRecords.policy(
                    DESK,
                    20,
                    policy -> policy.setLimits(List.of(LimitPolicy.newBuilder()
                            .setFigure("NET_DETLA")
                            .setAsset("ETH")
                            .setMaximum(1)
                            .build()))));
            books.feed(HedgeRecords.cancelled(fill(WIDE, "never", PERPETUAL, "1", "2000", 20)));

            assertThat(books.deadLetters())
                    .extracting(letter -> letter.getReason())
                    .satisfiesExactly(
                            reason -> assertThat(reason).contains("contracts of fill x1 must not be zero"),
                            reason -> assertThat(reason).contains("0 must be positive"),
                            reason -> assertThat(reason).contains("contracts 1e9 is not a decimal number"),
                            reason -> assertThat(reason).contains("has the id of another"),
                            reason -> assertThat(reason).contains("kind of hedge event x4"),
                            reason -> assertThat(reason).contains("did you mean NET_DELTA?"),
                            reason -> assertThat(reason).contains("no hedge event binance:never"));
            assertThat(books.deadLetters()).allSatisfy(letter -> assertThat(letter.getSourceTopic())
                    .matches("ballast.(hedge-events|policies)"));
            PortfolioRisk after = books.portfolios().get(DESK);
            assertThat(after.getHedgeEquity()).isEqualTo(before.getHedgeEquity());
            assertThat(after.getAssets()).isEqualTo(before.getAssets());
        }
    }

    @Test
    void shouldRefuseAPartThatIsNoNumber_andGoOn() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(story());
            PortfolioRisk before = books.portfolios().get(DESK);
            books.feed(part(WIDE, "pool-3", 2000, Double.NaN, 1, 1, 1, 20));

            assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                    .contains("is not a finite number"));
            books.feed(fill(WIDE, "f9", PERPETUAL, "1", "1900", 21));
            assertThat(books.portfolios().get(DESK).getParts()).isEqualTo(before.getParts());
            assertThat(asset(books.portfolios().get(DESK), "ETH").getHedges()).isEqualTo(-11);
        }
    }

    @Test
    void shouldRefuseAnInstrumentThatBecomesAnotherOne() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(story());
            TestRecord listed = HedgeRecords.linear(20);
            HedgeInstrument other = HedgeInstrument.newBuilder((HedgeInstrument) listed.value())
                    .setMultiplier("10")
                    .build();
            books.feed(new TestRecord(listed.topic(), listed.key(), other, listed.timestampMs(), 0));

            assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                    .contains("cannot become"));
            assertThat(asset(books.portfolios().get(DESK), "ETH").getHedges()).isEqualTo(-12);
        }
    }

    @Test
    void shouldTakeAnEmptyPortfolioBack() {
        try (BookDriver books = BookDriver.open(folder)) {
            TestRecord held = part("desk-b/x", "pool-1", 2000, 10, 20_000, 10, 20_000, 3);
            books.feed(held);
            assertThat(books.portfolios()).containsOnlyKeys("desk-b", "desk-b/x");

            books.feedRaw(held.topic(), held.key(), null, held.timestampMs());

            assertThat(books.portfolios()).isEmpty();
        }
    }

    @Test
    void shouldTakeOutWhatTheVenueCancelled_andDropWhatItSettled() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(story());
            TestRecord wrong = fill(WIDE, "f2", PERPETUAL, "-5", "1900", 11);
            books.feed(wrong);
            assertThat(asset(books.portfolios().get(WIDE), "ETH").getHedges()).isEqualTo(-17);
            books.feed(HedgeRecords.cancelled(wrong));
            assertThat(asset(books.portfolios().get(WIDE), "ETH").getHedges()).isEqualTo(-12);

            books.feed(HedgeRecords.event(
                    WIDE, "s1", HedgeEventKind.SETTLEMENT, 12, event -> event.setInstrumentId(PERPETUAL)
                            .setPrice("1900")));

            PortfolioRisk risk = books.portfolios().get(WIDE);
            assertThat(risk.getLegs()).isEmpty();
            assertThat(risk.getHedgeRealised()).isCloseTo(1200, within(ROUNDING));
            assertThat(asset(risk, "ETH").getHedges()).isZero();
        }
    }

    @Test
    void shouldTellWhereTheResultCameFrom() {
        List<TestRecord> records = new ArrayList<>(story());
        records.add(part(WIDE, "pool-1", 1900, 11, 17_980, 10, 20_000, 8));
        records.add(
                HedgeRecords.event(WIDE, "r1", HedgeEventKind.FUNDING_RATE, 9, event -> event.setInstrumentId(PERPETUAL)
                        .setFundingRate("0.0001")
                        .setMarkPrice("1900")));

        DayAttribution day = last(records).getDays().get(0);

        assertThat(day.getPrice()).isCloseTo(-1000, within(1e-6));
        assertThat(day.getIl()).isCloseTo(11 * 1900 + 17_980 - (10 * 1900 + 20_000), within(1e-6));
        assertThat(day.getHedge()).isCloseTo(1200, within(1e-6));
        assertThat(day.getFunding()).isCloseTo(12 * 1900 * 0.0001, within(1e-6));
        assertThat(day.getCosts()).isCloseTo(-10, within(1e-6));
        assertThat(day.getTotal())
                .isCloseTo(
                        day.getPrice()
                                + day.getIl()
                                + day.getFees()
                                + day.getHedge()
                                + day.getFunding()
                                + day.getPremium()
                                + day.getCosts(),
                        within(1e-6));
        assertThat(day.getComplete()).isTrue();
    }

    @Test
    void shouldMoveTheWholePortfolioOnTheLadder() {
        PortfolioRisk risk = last(story());

        assertThat(risk.getLadders()).singleElement().satisfies(ladder -> {
            assertThat(ladder.getAsset()).isEqualTo("ETH");
            AssetShock down = ladder.getPoints().stream()
                    .filter(point -> point.getShift() == -0.1)
                    .findFirst()
                    .orElseThrow();
            assertThat(down.getHedges()).isCloseTo(12 * 1900 * 0.1, within(1e-6));
            assertThat(down.getResult()).isCloseTo(12 * 1900 * 0.1 - 15 * 2000 * 0.1, within(1e-6));
        });
    }

    @Test
    void shouldSayThatAPriceIsMissing_andShowNoMoney() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(HedgeRecords.policy(DESK, 1, policy -> policy.setAssets(List.of())));
            books.feed(part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 3));

            PortfolioRisk risk = books.portfolios().get(DESK);
            assertThat(risk.getUnpriced()).containsExactly("USDC", "WETH");
            assertThat(risk.getValue()).isNull();
            assertThat(risk.getIl()).isNull();
            assertThat(asset(risk, "WETH").getNet()).isEqualTo(10);
            assertThat(asset(risk, "WETH").getNetValue()).isNull();
            assertThat(risk.getFlags()).contains(PortfolioFlag.PRICE_MISSING, PortfolioFlag.ATTRIBUTION_INCOMPLETE);
            assertThat(books.advice().get(DESK + "|ETH").getPerpetual().getAction())
                    .isEqualTo(AdviceAction.BLOCKED);
        }
    }

    @Test
    void shouldTakeAPriceFromAPool_whoseOtherTokenHasOne() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(HedgeRecords.policy(
                    DESK,
                    1,
                    policy -> policy.setAssets(List.of(AssetPolicy.newBuilder()
                            .setAsset("ETH")
                            .setAliases(List.of("WETH"))
                            .setReferenceInstrument(ETH_USD)
                            .build()))));
            books.feed(tick(ETH_USD, 2200, 2));
            books.feed(part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 3));

            PortfolioRisk risk = books.portfolios().get(DESK);
            assertThat(asset(risk, "USDC").getPrice()).isEqualTo(1.1);
            assertThat(risk.getUnpriced()).isEmpty();
            assertThat(risk.getFlags()).contains(PortfolioFlag.PRICE_OF_POOL);
        }
    }

    @Test
    void shouldTakeThePriceMergedFromSeveralVenues() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(HedgeRecords.policy(
                    DESK,
                    1,
                    policy -> policy.setAssets(List.of(AssetPolicy.newBuilder()
                            .setAsset("ETH")
                            .setAliases(List.of("WETH"))
                            .setReferenceInstrument("market:ETH-USD")
                            .build()))));
            books.feed(part(WIDE, "pool-1", 2000, 10, 20_000, 10, 20_000, 2));
            for (int second = 3; second < 60; second += 3) {
                books.feed(tick(ETH_USD, 2000, second));
                books.feed(tick("kraken:ETH-USD", 2000, second + 1));
            }

            assertThat(asset(books.portfolios().get(DESK), "ETH").getPrice()).isEqualTo(2000);
        }
    }

    @Test
    void shouldPublishNothing_whileEverythingIsWithinTolerance() {
        Map<String, String> settings = Map.of(
                PublicationKeys.TOLERANCE_VALUE, "0.001",
                PublicationKeys.TOLERANCE_DELTA, "0.001",
                PublicationKeys.TOLERANCE_IL, "0.001",
                PublicationKeys.TOLERANCE_FEES, "0.001");
        try (BookDriver books = BookDriver.open(folder, settings)) {
            books.feed(story()).newPortfolioRisk();

            books.feed(tick(ETH_USD, 1900.5, 20));
            books.feed(tick("coinbase:BTC-USD", 60_000, 20));
            assertThat(books.newPortfolioRisk()).isEmpty();

            books.feed(tick(ETH_USD, 1904, 21));
            assertThat(books.newPortfolioRisk())
                    .extracting(PortfolioRisk::getPortfolio)
                    .contains(DESK, WIDE, NARROW);
        }
    }

    @Test
    void shouldShowLimitsAndTheirUse() {
        List<TestRecord> records = new ArrayList<>(story());
        records.add(HedgeRecords.policy(
                DESK,
                9,
                policy -> policy.setLimits(List.of(LimitPolicy.newBuilder()
                        .setFigure("NET_DELTA")
                        .setAsset("WETH")
                        .setMaximum(2)
                        .build()))));

        assertThat(last(records).getLimits()).singleElement().satisfies(limit -> {
            assertThat(limit.getAsset()).isEqualTo("ETH");
            assertThat(limit.getValue()).isEqualTo(3);
            assertThat(limit.getUse()).isEqualTo(1.5);
            assertThat(limit.getBreached()).isTrue();
        });
    }

    private PortfolioRisk last(List<TestRecord> records) {
        try (BookDriver books = BookDriver.open(folder)) {
            PortfolioRisk risk = books.feed(records).portfolios().get(DESK);
            assertThat(books.deadLetters()).isEmpty();
            return risk;
        }
    }

    private static AssetExposure asset(PortfolioRisk risk, String asset) {
        return risk.getAssets().stream()
                .filter(one -> one.getAsset().equals(asset))
                .findFirst()
                .orElseThrow();
    }
}
