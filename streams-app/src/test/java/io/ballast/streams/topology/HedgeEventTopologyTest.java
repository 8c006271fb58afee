/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthDesk.DESK;
import static io.ballast.streams.testkit.EthDesk.WIDE;
import static io.ballast.streams.testkit.EthDesk.asset;
import static io.ballast.streams.testkit.EthDesk.story;
import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.INVERSE;
import static io.ballast.streams.testkit.HedgeRecords.PERPETUAL;
import static io.ballast.streams.testkit.HedgeRecords.fill;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static io.ballast.streams.testkit.HedgeRecords.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.HedgeEventKind;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.LimitPolicy;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.config.HistoryKeys;
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

/** Fills and other events of hedges: each counts once, some wait, some are refused. */
class HedgeEventTopologyTest {

    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

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

    private PortfolioRisk last(List<TestRecord> records) {
        try (BookDriver books = BookDriver.open(folder)) {
            PortfolioRisk risk = books.feed(records).portfolios().get(DESK);
            assertThat(books.deadLetters()).isEmpty();
            return risk;
        }
    }
}
