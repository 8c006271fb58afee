/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.EthDesk.DESK;
import static io.ballast.streams.testkit.EthDesk.WIDE;
import static io.ballast.streams.testkit.HedgeRecords.INVERSE;
import static io.ballast.streams.testkit.HedgeRecords.PERPETUAL;
import static io.ballast.streams.testkit.HedgeRecords.event;
import static io.ballast.streams.testkit.HedgeRecords.fill;
import static io.ballast.streams.testkit.HedgeRecords.inverse;
import static io.ballast.streams.testkit.HedgeRecords.linear;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.AssetFeedback;
import io.ballast.schema.HedgeEventKind;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.EthDesk;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hedges as a burden on their markets: own flow, venues, funding. */
class PortfolioImpactTopologyTest {

    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

    private final List<TestRecord> records = new ArrayList<>(EthDesk.story());

    @Test
    void shouldSetTheOwnFlowAgainstTheDepthOfTheMarket() {
        records.add(listedWith(2.0));
        AssetFeedback eth = desk().getFeedback().get(0);

        // Gamma of 10/2000 and 5/2000 at 2,000, which is 300 per 1 %, at a price of 1,900.
        double flow = 300.0 / 1900;
        assertThat(eth.getAsset()).isEqualTo("ETH");
        assertThat(eth.getHedgeRatio()).isEqualTo(1);
        assertThat(eth.getGrossFlow()).isCloseTo(flow, within(ROUNDING));
        assertThat(eth.getNetFlow()).isZero();
        assertThat(eth.getDepth()).isEqualTo(2);
        assertThat(eth.getGrossPhi()).isCloseTo(flow / 2, within(ROUNDING));
        assertThat(eth.getAmplification()).isCloseTo(1 / (1 - flow / 2), within(ROUNDING));
    }

    @Test
    void shouldTellTheFlowAlone_whereNobodyTellsTheDepth() {
        AssetFeedback eth = desk().getFeedback().get(0);

        assertThat(eth.getGrossFlow()).isPositive();
        assertThat(eth.getDepth()).isNull();
        assertThat(eth.getGrossPhi()).isNull();
        assertThat(eth.getNetPhi()).isNull();
        assertThat(eth.getAmplification()).isNull();
    }

    @Test
    void shouldTellHowMuchHangsOnOneVenue() {
        assertThat(desk().getHedgeHerfindahl()).isEqualTo(1);

        records.addAll(List.of(inverse(8), tick(INVERSE, 1900, 8), fill(WIDE, "f2", INVERSE, "-1140", "1900", 9)));
        PortfolioRisk desk = desk();

        assertThat(desk.getLargestHedgeVenue()).isEqualTo("binance");
        assertThat(desk.getLargestHedgeShare()).isCloseTo(2.0 / 3, within(ROUNDING));
        assertThat(desk.getHedgeHerfindahl()).isCloseTo(5.0 / 9, within(ROUNDING));
    }

    @Test
    void shouldTellWhatFundingComesToInADay() {
        assertThat(desk().getFundingPerDay()).isNull();

        records.addAll(List.of(inverse(8), tick(INVERSE, 1900, 8), fill(WIDE, "f2", INVERSE, "-1140", "1900", 9)));
        records.add(rate("r1", PERPETUAL, "0.0007", 10));
        records.add(rate("r2", PERPETUAL, "0.0001", 12));
        assertThat(desk().getFundingPerDay()).isNull();

        records.add(rate("r3", INVERSE, "-0.0001", 13));
        assertThat(desk().getFundingPerDay()).isCloseTo(3 * (12 * 1900 * 0.0001 - 6 * 1900 * 0.0001), within(ROUNDING));
    }

    @Test
    void shouldRefuseADepthThatIsNone_andKeepTheListing() {
        records.add(listedWith(0.0));
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(records);

            assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                    .contains("depth_coins 0.0"));
            assertThat(books.portfolios().get(DESK).getLegs()).hasSize(1);
        }
    }

    private PortfolioRisk desk() {
        try (BookDriver books = BookDriver.open(folder)) {
            return books.feed(records).portfolios().get(DESK);
        }
    }

    private static TestRecord listedWith(double depth) {
        return linear(10, listed -> listed.setDepthCoins(depth));
    }

    private static TestRecord rate(String id, String instrument, String rate, long seconds) {
        return event(WIDE, id, HedgeEventKind.FUNDING_RATE, seconds, event -> event.setInstrumentId(instrument)
                .setFundingRate(rate)
                .setFundingIntervalHours(8)
                .setMarkPrice("1900"));
    }
}
