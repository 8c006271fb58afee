/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.INVERSE;
import static io.ballast.streams.testkit.HedgeRecords.at;
import static io.ballast.streams.testkit.HedgeRecords.fill;
import static io.ballast.streams.testkit.HedgeRecords.tick;
import static io.ballast.streams.testkit.HedgeRecords.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.option.Black76;
import io.ballast.risk.option.OptionKind;
import io.ballast.schema.AdviceAction;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.HistoricalRisk;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.OptionRight;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.RiskMethod;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.HedgeRecords;
import io.ballast.streams.testkit.SampleQuotes;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 3 ETH of collateral, 40,000 dollars sold in an inverse perpetual at 2,000 and calls on 10 ETH bought for 0.05 ETH each: 3 - 20 - 0.5
 * coins, 40,000 dollars, and the calls.
 */
class HedgedScenariosTopologyTest {

    private static final String DESK = "desk-a";
    private static final String PORTFOLIO = "desk-a/eth";
    private static final String CALL = "deribit:ETH-28MAR25-2000-C";
    private static final Instant EXPIRY = Instant.parse("2025-03-28T08:00:00Z");
    private static final double VOLATILITY = 0.7;
    private static final double COINS = -17.5;
    private static final double FORWARD_PER_SPOT = 1 / 0.99;

    @TempDir
    private Path folder;

    @Test
    void shouldCountTheDeltaOfOptionsOnceTheirSurfaceIsKnown() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(hedges());
            PortfolioRisk before = books.portfolios().get(DESK);
            assertThat(eth(before)).isCloseTo(COINS, within(1e-9));
            assertThat(before.getFlags()).contains(PortfolioFlag.OPTION_DELTA_MISSING);
            assertThat(action(books)).isEqualTo(AdviceAction.BLOCKED);

            books.feed(quotes(at(10)));
            books.advance(Duration.ofSeconds(5));

            PortfolioRisk after = books.portfolios().get(DESK);
            double delta = 10 * call(2000, VOLATILITY).forwardDelta();
            assertThat(eth(after)).isCloseTo(COINS + delta, within(1e-6));
            assertThat(after.getFlags())
                    .doesNotContain(PortfolioFlag.OPTION_DELTA_MISSING, PortfolioFlag.OPTION_DELTA_STALE);
            assertThat(action(books)).isNotEqualTo(AdviceAction.BLOCKED);
        }
    }

    @Test
    void shouldSayThatASurfaceIsOld() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(hedges());
            books.feed(quotes(at(10)));
            books.advance(Duration.ofSeconds(5));
            books.feed(tick(ETH_USD, 2100, 40_000));

            PortfolioRisk risk = books.portfolios().get(DESK);
            assertThat(risk.getFlags()).contains(PortfolioFlag.OPTION_DELTA_STALE);
            assertThat(eth(risk)).isCloseTo(COINS + 10 * call(2100, VOLATILITY).forwardDelta(), within(1e-6));
        }
    }

    @Test
    void shouldRevaluePerpetualsCollateralAndOptionsAtOtherPricesAndVolatilities() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(hedges());
            books.feed(quotes(at(10)));
            books.advance(Duration.ofSeconds(5));

            assertHedged(scenarios(books).get(PORTFOLIO));

            books.reinitialise();
            books.feed(quotes(at(3610)));
            books.advance(Duration.ofSeconds(5));
            PortfolioScenarios again = scenarios(books).get(DESK);
            assertThat(again.getLadder()).isNotEmpty();
            assertThat(again.getGrid()).isNotEmpty();
        }
    }

    @Test
    void shouldNameHedgesThatCannotBeValued_andWithdrawWhatIsEmpty() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(transfer(PORTFOLIO, "t1", "deribit", "DOGE", "3", 4));
            books.advance(Duration.ofSeconds(5));
            assertThat(scenarios(books).get(DESK).getHedgesLeftOut())
                    .singleElement()
                    .satisfies(left -> {
                        assertThat(left.getAsset()).isEqualTo("DOGE");
                        assertThat(left.getUnits()).isEqualTo(3);
                        assertThat(left.getReason()).contains("no price of DOGE");
                    });

            books.feed(HedgeRecords.cancelled(transfer(PORTFOLIO, "t1", "deribit", "DOGE", "3", 4)));

            assertThat(scenarios(books)).containsEntry(DESK, null).containsEntry(PORTFOLIO, null);
        }
    }

    private static void assertHedged(PortfolioScenarios found) {
        assertThat(found.getValue()).isCloseTo(value(2000, VOLATILITY), within(1e-6));
        assertThat(found.getLadder()).hasSizeGreaterThan(5).allSatisfy(point -> assertThat(point.getValue())
                .isCloseTo(value(2000 * (1 + point.getShift()), VOLATILITY), within(1e-6)));
        assertThat(found.getGrid()).hasSizeGreaterThan(20).allSatisfy(cell -> assertThat(cell.getChange())
                .isCloseTo(
                        value(2000 * (1 + cell.getSpotShift()), VOLATILITY + cell.getVolShift())
                                - value(2000, VOLATILITY),
                        within(1e-6)));
        assertThat(found.getHedgesLeftOut()).isEmpty();
        assertThat(found.getHistorical()).isNull();
        assertThat(found.getVegaByTenor()).singleElement().satisfies(vega -> {
            assertThat(vega.getYears()).isCloseTo(years(), within(1e-12));
            assertThat(vega.getVega())
                    .isCloseTo(10 * call(2000, VOLATILITY).greeks().vega() / FORWARD_PER_SPOT, within(1e-6));
        });
        // 17.5 coins short against calls on 10, so the worst is a rise of the price, by when the calls are a day older.
        double deviation = VOLATILITY * Math.sqrt(1 / 365.0);
        double quantile = 2000 * Math.exp(2.3263478740408408 * deviation - deviation * deviation / 2);
        double left = years() - 1 / 365.0;
        double forward = Math.pow(FORWARD_PER_SPOT, left / years());
        double older = new Black76(OptionKind.CALL, quantile * forward, 2000, VOLATILITY, left, 0).price() / forward;
        double loss = -COINS * (quantile - 2000)
                - 10 * (older - call(2000, VOLATILITY).price() / FORWARD_PER_SPOT);
        assertThat(found.getRisk()).singleElement().satisfies(risk -> {
            assertThat(risk.getMethod()).isEqualTo(RiskMethod.REVALUED);
            assertThat(risk.getError()).isPositive().isLessThan(1);
            assertThat(risk.getVar99()).isCloseTo(loss, within(risk.getError()));
            assertThat(risk.getEs99()).isGreaterThan(risk.getVar99());
            assertThat(risk.getValue()).isCloseTo(value(2000, VOLATILITY), within(1e-6));
        });
    }

    @Test
    void shouldPutPastMovesOnTheBookOfNow_alsoWhenATaskTookOver() {
        int steps = 100;
        List<Double> prices = new ArrayList<>();
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(hedges());
            for (int step = 0; step < steps; step++) {
                double price = 2000 * (1 + 0.01 * ((step * 7 % 11) - 5));
                prices.add(price);
                Instant time = at(10 + step * 10_800L);
                books.feed(new SampleQuotes(VOLATILITY).chain(EXPIRY, price * FORWARD_PER_SPOT, time, 2000));
                if (step == 50) {
                    books.advance(Duration.ofSeconds(1));
                    books.reinitialise();
                }
            }
            books.feed(new SampleQuotes(VOLATILITY)
                    .chain(EXPIRY, 2000 * FORWARD_PER_SPOT, at(10 + steps * 10_800L), 2000, 2100));
            books.feed(new SampleQuotes(VOLATILITY)
                    .chain(EXPIRY, 2000 * FORWARD_PER_SPOT, at(700 + steps * 10_800L), 2000, 2100));
            books.feed(tick(ETH_USD, 2000, 1300 + steps * 10_800L));
            books.feed(new SampleQuotes(VOLATILITY)
                    .chain(EXPIRY, 2000 * FORWARD_PER_SPOT, at(1400 + steps * 10_800L), 2000, 2100));
            books.feed(new SampleQuotes(VOLATILITY)
                    .chain(EXPIRY, 2000 * FORWARD_PER_SPOT, at(2100 + steps * 10_800L), 2000, 2100));

            HistoricalRisk risk = scenarios(books).get(PORTFOLIO).getHistorical();

            assertThat(risk.getMoves()).isBetween(steps - 10, steps - 8);
            double worst = IntStream.range(8, steps)
                    .mapToDouble(step -> prices.get(step) / prices.get(step - 8))
                    .max()
                    .orElseThrow();
            assertThat(risk.getVar99()).isPositive();
            assertThat(risk.getEs99()).isBetween(risk.getVar99(), -COINS * 2000 * (worst - 1));
            assertThat(risk.getVar95()).isLessThanOrEqualTo(risk.getVar99());
        }
    }

    private static double value(double spot, double volatility) {
        return COINS * spot + 40_000 + 10 * call(spot, volatility).price() / FORWARD_PER_SPOT;
    }

    /** As of the last of the quotes. */
    private static Black76 call(double spot, double volatility) {
        return new Black76(OptionKind.CALL, spot * FORWARD_PER_SPOT, 2000, volatility, years(), 0);
    }

    private static double years() {
        return Duration.between(at(10).plusMillis(5), EXPIRY).toMillis() / (365 * 86_400e3);
    }

    private static List<TestRecord> hedges() {
        return List.of(
                HedgeRecords.linear(0),
                HedgeRecords.inverse(0),
                HedgeRecords.instrument(CALL, InstrumentKind.COIN_SETTLED_OPTION, 0, option -> option.setQuote("USD")
                        .setSettlement("ETH")
                        .setMultiplier("1")
                        .setLot("1")
                        .setStrike("2000")
                        .setExpiry(EXPIRY)
                        .setOptionRight(OptionRight.CALL)),
                HedgeRecords.policy(DESK, 1),
                tick(ETH_USD, 2000, 2),
                tick(HedgeRecords.PERPETUAL, 2000, 2),
                tick(INVERSE, 2000, 2),
                transfer(PORTFOLIO, "t1", "deribit", "ETH", "3", 3),
                fill(PORTFOLIO, "f1", INVERSE, "-4000", "2000", 4),
                fill(PORTFOLIO, "f2", CALL, "10", "0.05", 5));
    }

    private static List<TestRecord> quotes(Instant time) {
        return new SampleQuotes(VOLATILITY).chain(EXPIRY, 2000 * FORWARD_PER_SPOT, time, 1800, 2000, 2200);
    }

    private static double eth(PortfolioRisk risk) {
        return risk.getAssets().stream()
                .filter(asset -> asset.getAsset().equals("ETH"))
                .findFirst()
                .orElseThrow()
                .getHedges();
    }

    private static AdviceAction action(BookDriver books) {
        List<HedgeRecommendation> advice = books.newAdvice();
        return advice.get(advice.size() - 1).getPerpetual().getAction();
    }

    private static Map<String, PortfolioScenarios> scenarios(BookDriver books) {
        Map<String, PortfolioScenarios> last = new HashMap<>();
        books.read(Topic.PORTFOLIO_SCENARIOS, PortfolioScenarios.class)
                .forEach(record -> last.put(record.key(), record.value()));
        return last;
    }
}
