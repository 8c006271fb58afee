/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthDesk.DESK;
import static io.ballast.streams.testkit.EthDesk.NARROW;
import static io.ballast.streams.testkit.EthDesk.WIDE;
import static io.ballast.streams.testkit.EthDesk.asset;
import static io.ballast.streams.testkit.EthDesk.story;
import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.PERPETUAL;
import static io.ballast.streams.testkit.HedgeRecords.fill;
import static io.ballast.streams.testkit.HedgeRecords.part;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.AssetExposure;
import io.ballast.schema.AssetShock;
import io.ballast.schema.DayAttribution;
import io.ballast.schema.HedgeEventKind;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.HedgeRecords;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools and hedges of a desk as one, at every level of its portfolios. */
class PortfolioTopologyTest {

    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

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

    private PortfolioRisk last(List<TestRecord> records) {
        try (BookDriver books = BookDriver.open(folder)) {
            PortfolioRisk risk = books.feed(records).portfolios().get(DESK);
            assertThat(books.deadLetters()).isEmpty();
            return risk;
        }
    }
}
