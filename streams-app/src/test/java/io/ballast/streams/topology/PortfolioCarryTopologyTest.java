/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthDesk.DESK;
import static io.ballast.streams.testkit.EthDesk.WIDE;
import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.PERPETUAL;
import static io.ballast.streams.testkit.HedgeRecords.event;
import static io.ballast.streams.testkit.HedgeRecords.fill;
import static io.ballast.streams.testkit.HedgeRecords.linear;
import static io.ballast.streams.testkit.HedgeRecords.part;
import static io.ballast.streams.testkit.HedgeRecords.policy;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.DayAttribution;
import io.ballast.schema.HedgeEventKind;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a day paid: 10 ETH that stay 10 ETH, all of them sold. */
class PortfolioCarryTopologyTest {

    private static final double ROUNDING = 1e-9;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;

    @TempDir
    private Path folder;

    @Test
    void shouldTellWhetherTheDayPaid() {
        DayAttribution day = desk(day(10)).getDays().get(0);

        double funding = 10 * 1950 * 0.0001;
        double perDay = DAY / (2.0 * HOUR);
        assertThat(day.getAverageValue()).isCloseTo(39_500, within(ROUNDING));
        assertThat(day.getNetCarry()).isCloseTo((500 + funding) * perDay, within(1e-6));
        assertThat(day.getNetCarryRate()).isCloseTo((500 + funding) * perDay * 365 / 39_500, within(1e-6));
        assertThat(day.getBreakEvenVolatility())
                .isCloseTo(Math.sqrt(2 * funding * perDay * 365 / (195 * 100)), within(1e-9));
        assertThat(day.getFeesToIl()).isNull();
        assertThat(day.getCostRatio()).isNull();
    }

    @Test
    void shouldFindAFullHedgePerfect_andNoneUseless() {
        DayAttribution full = desk(day(10)).getDays().get(0);
        assertThat(full.getPayoffRatio()).isCloseTo(1, within(ROUNDING));
        assertThat(full.getHedgeEffectiveness()).isCloseTo(1, within(ROUNDING));

        DayAttribution half = desk(day(5)).getDays().get(0);
        assertThat(half.getPayoffRatio()).isCloseTo(0.5, within(ROUNDING));
        assertThat(half.getHedgeEffectiveness()).isCloseTo(0.75, within(ROUNDING));
    }

    @Test
    void shouldNotSayHowWellAHedgeDid_withoutATarget() {
        List<TestRecord> records = new ArrayList<>(day(10));
        records.set(1, policy(DESK, 0, policy -> policy.setTargets(List.of())));

        DayAttribution day = desk(records).getDays().get(0);

        assertThat(day.getNetCarry()).isNotNull();
        assertThat(day.getPayoffRatio()).isNull();
        assertThat(day.getHedgeEffectiveness()).isNull();
    }

    @Test
    void shouldBeginEveryDayAnew_andForgetTheHoursOfOldOnes() {
        List<TestRecord> records = new ArrayList<>(day(10));
        records.addAll(prices(1900, DAY + HOUR));
        records.addAll(prices(1850, 2 * DAY + 2 * HOUR));

        List<DayAttribution> days = desk(records).getDays();

        assertThat(days).hasSize(3);
        assertThat(days.get(0).getHedgeEffectiveness()).isNull();
        assertThat(days.get(0).getPayoffRatio()).isCloseTo(1, within(ROUNDING));
        assertThat(days.get(1).getAverageValue())
                .isCloseTo((39_500.0 * HOUR + 39_000.0 * (DAY - HOUR)) / DAY, within(ROUNDING));
    }

    @Test
    void shouldGoOnWithTheSameDay_whenRevived() {
        List<TestRecord> records = day(10);
        PortfolioRisk expected = desk(records);
        try (BookDriver books = BookDriver.open(folder)) {
            for (TestRecord record : records) {
                books.feed(record);
                books.reinitialise();
            }
            assertThat(books.portfolios().get(DESK)).isEqualTo(expected);
        }
    }

    private PortfolioRisk desk(List<TestRecord> records) {
        try (BookDriver books = BookDriver.open(folder)) {
            return books.feed(records).portfolios().get(DESK);
        }
    }

    /** 2,000, then 1,900 after an hour, 1,950 after two, with some ether sold. */
    private static List<TestRecord> day(int sold) {
        List<TestRecord> records = new ArrayList<>(List.of(linear(0), policy(DESK, 0)));
        records.addAll(prices(2000, 0));
        records.add(fill(WIDE, "f1", PERPETUAL, "-" + sold, "2000", 0));
        records.addAll(prices(1900, HOUR));
        records.addAll(prices(1950, 2 * HOUR));
        records.add(event(WIDE, "r1", HedgeEventKind.FUNDING_RATE, 2 * HOUR, event -> event.setInstrumentId(PERPETUAL)
                .setFundingRate("0.0001")
                .setMarkPrice("1950")));
        return records;
    }

    private static List<TestRecord> prices(double price, long seconds) {
        return List.of(
                tick(ETH_USD, price, seconds),
                tick(PERPETUAL, price, seconds),
                part(WIDE, "pool-1", price, 10, 20_000, 10, 20_000, seconds));
    }
}
