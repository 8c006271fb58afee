/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.hedge.strip.OptionQuote.Level;
import io.ballast.risk.hedge.strip.StripReason.Code;
import io.ballast.risk.option.DeribitSmiles;
import io.ballast.risk.option.Smile;
import io.ballast.risk.testdata.DeribitChain;
import io.ballast.risk.testdata.DeribitChain.Instrument;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hedges from the bids, offers and strikes of a real chain, of one coin's lots and Deribit's fees. */
class DeribitStripTest {

    private static final OptionFee FEE = new OptionFee(0.0003, 0.125);
    private static final List<Double> GRID =
            IntStream.rangeClosed(-10, 20).mapToObj(step -> step / 20.0).toList();

    /** Narrow around the money, wide with an entry off the money, and one that the price has left below. */
    @ParameterizedTest
    @CsvSource({
        "26JAN24, 2000, 2500, 2230, 3000", "26JAN24, 1500, 3500, 2100, 1000", "26JAN24, 2400, 3000, 2650, 2000",
        "29MAR24, 2000, 2500, 2230, 3000", "29MAR24, 1500, 3500, 2100, 1000", "29MAR24, 2400, 3000, 2650, 2000"
    })
    void coversEveryPriceFromRealQuotes(String expiry, double lower, double upper, double entry, double liquidity) {
        RangeLoss loss = SampleStrips.range(liquidity, lower, upper, entry);
        StripMarket market = market(DeribitChain.byExpiry().get(expiry), Double.POSITIVE_INFINITY);
        StripTerms terms = new StripTerms(false, true, 0.5, 1e-6, 1e-6, PriceSpan.ALL);
        StripHedge hedge = new StripPlanner(terms, GRID).cheapest(loss, market);
        StripPortfolio chords =
                ChordStrip.of(loss, market.quotes(), terms, market.forward()).orElseThrow();

        assertThat(hedge.says(Code.CHEAPEST_COVER)).isTrue();
        assertSuperHedge(loss, hedge.portfolio());
        assertSuperHedge(loss, chords);
        double chordCost = chords.premium() + chords.cash() + 0.5 * Math.abs(chords.forwardCoins());
        assertThat(hedge.cost()).isLessThanOrEqualTo(chordCost + 0.01);
        double fair = FairLoss.underSmile(loss, market.smile());
        assertThat(hedge.cost()).as("no cover below the fair loss of the marks").isGreaterThan(0.98 * fair);
    }

    @ParameterizedTest
    @CsvSource({"26JAN24, 2000, 2500, 2230, 3000", "29MAR24, 1500, 3500, 2100, 1000", "26JAN24, 2400, 3000, 2650, 2000"
    })
    void inWholeContractsOfLimitedSizeItStillCovers(
            String expiry, double lower, double upper, double entry, double liquidity) {
        RangeLoss loss = SampleStrips.range(liquidity, lower, upper, entry);
        StripMarket limited = market(DeribitChain.byExpiry().get(expiry), 3);
        StripTerms terms = new StripTerms(true, true, 0.5, 1, 0.01, PriceSpan.ALL);
        StripHedge hedge = new StripPlanner(terms, GRID).cheapest(loss, limited);
        assertSuperHedge(loss, hedge.portfolio());
        assertThat(hedge.portfolio().legs()).isNotEmpty().allSatisfy(leg -> {
            assertThat(leg.quantity()).isEqualTo(Math.rint(leg.quantity()));
            assertThat(Math.abs(leg.quantity())).isLessThanOrEqualTo(3);
        });
        assertThat(hedge.payoffs()).hasSize(GRID.size()).allSatisfy(point -> {
            assertThat(point.excess()).isGreaterThan(-1e-6);
            assertThat(point.afterCost()).isCloseTo(point.excess() - hedge.cost(), within(1e-9));
        });
    }

    @ParameterizedTest
    @CsvSource({"26JAN24, 2000, 2500, 2230, 3000", "29MAR24, 1500, 3500, 2100, 1000"})
    void halfThePremiumLeavesLessOpenThanNone(
            String expiry, double lower, double upper, double entry, double liquidity) {
        RangeLoss loss = SampleStrips.range(liquidity, lower, upper, entry);
        StripMarket market = market(DeribitChain.byExpiry().get(expiry), Double.POSITIVE_INFINITY);
        StripPlanner planner = new StripPlanner(StripTerms.plain(1, 0.01), GRID);
        double full = planner.cheapest(loss, market).premium();
        StripHedge none = planner.forPremium(loss, market, 0);
        StripHedge half = planner.forPremium(loss, market, full / 2);
        assertThat(none.portfolio().legs()).isEmpty();
        assertThat(half.premium()).isLessThanOrEqualTo(full / 2 * (1 + 1e-9));
        assertThat(half.coverage().worstShortfall())
                .isLessThan(0.6 * none.coverage().worstShortfall());
        assertThat(half.greeks().thetaPerDay()).isNegative();
        assertThat(half.vegaByTenor()).containsOnlyKeys(market.yearsToExpiry());
    }

    private static void assertSuperHedge(ConvexLoss loss, StripPortfolio portfolio) {
        for (double price = 1; price < 30_000; price += 1) {
            assertThat(portfolio.payoff(price) - loss.at(price))
                    .as("slack at %s", price)
                    .isGreaterThanOrEqualTo(-1e-6);
        }
        assertThat(portfolio.slopeAtInfinity()).isGreaterThanOrEqualTo(loss.slopeAtInfinity() - 1e-9);
    }

    private static StripMarket market(List<Instrument> chain, double size) {
        Smile smile = DeribitSmiles.outOfTheMoney(chain);
        return new StripMarket(
                chain.stream().map(i -> quote(i, size)).toList(),
                smile,
                chain.get(0).index());
    }

    private static OptionQuote quote(Instrument i, double size) {
        return OptionQuote.fromCoins(
                DeribitSmiles.kind(i), i.strike(), level(i.bid(), size), level(i.ask(), size), i.forward(), FEE);
    }

    private static Level level(Double price, double size) {
        return price == null ? null : new Level(price, size);
    }
}
