/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.hedge.strip.OptionQuote.Level;
import io.ballast.risk.hedge.strip.StripReason.Code;
import io.ballast.risk.option.OptionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Degenerate inputs, limits and what is said about them. */
class StripPlannerTest {

    private static final List<Double> GRID = List.of(-0.3, 0.0, 0.3);
    private static final RangeLoss LOSS = SampleStrips.range(1000, 1500, 2500, 2000);
    private static final StripTerms WITHOUT_FORWARD = new StripTerms(false, false, 0, 0.1, 0.1, PriceSpan.ALL);

    @Test
    void withoutLiquidityThereIsNothingToHedge() {
        StripHedge hedge = planner(StripTerms.plain(1, 1))
                .cheapest(SampleStrips.range(0, 1500, 2500, 2000), market(1800, 2000, 2200));
        assertThat(hedge.says(Code.NOTHING_TO_HEDGE)).isTrue();
        assertThat(hedge.portfolio().legs()).isEmpty();
        assertThat(hedge.cost()).isZero();
        assertThat(hedge.coverage().worstShortfall()).isZero();
    }

    @Test
    void withoutQuotesTheForwardAndCashCover() {
        StripMarket empty = new StripMarket(List.of(), SampleStrips.flat(2000, 0.1, 0.7), 2000);
        StripHedge hedge = planner(StripTerms.plain(1, 0.01)).cheapest(LOSS, empty);
        assertThat(hedge.portfolio().forwardCoins()).isGreaterThanOrEqualTo(LOSS.slopeAtInfinity());
        assertThat(hedge.coverage().worstShortfall()).isLessThan(1e-9);
        assertThat(hedge.says(Code.CASH_SET_ASIDE)).isTrue();
    }

    @Test
    void withoutQuotesAndForwardItSaysThatNothingCoversHighPrices() {
        StripMarket empty = new StripMarket(List.of(), SampleStrips.flat(2000, 0.1, 0.7), 2000);
        StripHedge hedge = planner(WITHOUT_FORWARD).cheapest(LOSS, empty);
        assertThat(hedge.says(Code.NO_PROGRAMME_ANSWER)).isTrue();
        assertThat(hedge.says(Code.NOT_COVERED_ABOVE)).isTrue();
        assertThat(hedge.coverage().worstShortfall()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void callsTooFewForEveryPriceAreUsedUp_andTheRestIsSaid() {
        List<OptionQuote> quotes = List.of(
                new OptionQuote(OptionKind.PUT, 2000, null, Level.unlimited(90)),
                new OptionQuote(OptionKind.CALL, 2000, null, new Level(90, 1.05)));
        StripHedge hedge = planner(WITHOUT_FORWARD)
                .cheapest(LOSS, new StripMarket(quotes, SampleStrips.flat(2000, 0.1, 0.7), 2000));
        assertThat(hedge.says(Code.NO_PROGRAMME_ANSWER)).isTrue();
        assertThat(hedge.portfolio().slopeAtInfinity()).isCloseTo(1.0, within(1e-12));
        assertThat(hedge.coverage().slopeShort()).isCloseTo(LOSS.slopeAtInfinity() - 1, within(1e-12));
        assertThat(hedge.says(Code.NOT_COVERED_ABOVE)).isTrue();
    }

    /** A bid above an ask in any size is money for nothing: the programme has no least cost. */
    @Test
    void quotesThatGiveMoneyAwayFallBackToChords() {
        List<OptionQuote> quotes = new ArrayList<>(market(1800, 2000, 2200).quotes());
        quotes.add(new OptionQuote(OptionKind.CALL, 2100, Level.unlimited(60), Level.unlimited(50)));
        StripTerms selling = new StripTerms(true, true, 0, 0.1, 0.1, PriceSpan.ALL);
        StripHedge hedge =
                planner(selling).cheapest(LOSS, new StripMarket(quotes, SampleStrips.flat(2000, 0.1, 0.7), 2000));
        assertThat(hedge.says(Code.NO_PROGRAMME_ANSWER)).isTrue();
        assertThat(hedge.says(Code.CHORD_COVER)).isTrue();
        assertThat(hedge.coverage().worstShortfall()).isLessThan(1e-9);
    }

    @Test
    void sizesAreKept() {
        List<OptionQuote> quotes = new ArrayList<>();
        for (OptionQuote quote : market(1600, 1800, 2000, 2200, 2400).quotes()) {
            quotes.add(new OptionQuote(
                    quote.kind(), quote.strike(), null, new Level(quote.ask().price(), 0.55)));
        }
        StripHedge hedge = planner(StripTerms.plain(0.1, 0.01))
                .cheapest(LOSS, new StripMarket(quotes, SampleStrips.flat(2000, 0.1, 0.7), 2000));
        assertThat(hedge.portfolio().legs()).isNotEmpty().allMatch(leg -> leg.quantity() < 0.5 + 1e-9);
        assertThat(hedge.coverage().worstShortfall()).isLessThan(1e-9);
    }

    @Test
    void sellingWhatIsDearIsCheaper() {
        StripMarket market = SampleStrips.market(2000, 0.1, 0.7, 0.02, 1600, 1800, 2000, 2200, 2400);
        List<OptionQuote> quotes = new ArrayList<>(market.quotes());
        quotes.removeIf(quote -> quote.kind() == OptionKind.CALL && quote.strike() == 2400);
        quotes.add(new OptionQuote(OptionKind.CALL, 2400, new Level(150, 5), Level.unlimited(160)));
        StripMarket dear = new StripMarket(quotes, market.smile(), 2000);
        StripTerms selling = new StripTerms(true, true, 0, 1e-6, 1e-6, PriceSpan.ALL);
        StripHedge sold = planner(selling).cheapest(LOSS, dear);
        StripHedge bought = planner(StripTerms.plain(1e-6, 1e-6)).cheapest(LOSS, dear);
        assertThat(sold.cost()).isLessThan(bought.cost() - 10);
        assertThat(sold.portfolio().legs()).anyMatch(leg -> leg.quantity() < 0);
        assertThat(sold.coverage().worstShortfall()).isLessThan(1e-6);
    }

    @Test
    void aStrikeThatIsTooDearIsGoneRound() {
        List<OptionQuote> quotes = new ArrayList<>();
        for (OptionQuote quote :
                market(1400, 1600, 1800, 2000, 2200, 2400, 2600).quotes()) {
            double dearer = quote.strike() == 1800 ? 3 : 1;
            Level ask = Level.unlimited(quote.ask().price() * dearer);
            quotes.add(new OptionQuote(quote.kind(), quote.strike(), null, ask));
        }
        StripTerms terms = StripTerms.plain(1e-6, 1e-6);
        StripHedge hedge =
                planner(terms).cheapest(LOSS, new StripMarket(quotes, SampleStrips.flat(2000, 0.1, 0.7), 2000));
        StripPortfolio chords = ChordStrip.of(LOSS, quotes, terms, 2000).orElseThrow();
        assertThat(hedge.says(Code.CHEAPEST_COVER)).isTrue();
        assertThat(hedge.portfolio().legs()).noneMatch(leg -> leg.option().strike() == 1800);
        assertThat(hedge.cost()).isLessThan(chords.premium() + chords.cash() - 50);
        assertThat(hedge.coverage().worstShortfall()).isLessThan(1e-6);
    }

    @Test
    void budgetWithoutAForwardSpendsOnCallsFirst() {
        StripMarket market = market(1600, 1800, 2000, 2200, 2400);
        StripTerms upTo = new StripTerms(false, false, 0, 0.1, 0.1, new PriceSpan(1000, 4000));
        StripHedge little = planner(upTo).forPremium(LOSS, market, 200);
        StripHedge more = planner(upTo).forPremium(LOSS, market, 600);
        assertThat(little.premium()).isLessThanOrEqualTo(200);
        assertThat(more.coverage().worstShortfall())
                .isLessThan(little.coverage().worstShortfall());
        assertThat(little.says(Code.NOT_COVERED)).isTrue();
        StripHedge nothing = planner(WITHOUT_FORWARD).forPremium(LOSS, market, 0);
        assertThat(nothing.says(Code.NOT_COVERED_ABOVE)).isTrue();
    }

    @Test
    void greeksAreThoseOfTheLegs_andVegaAddsUpByTenor() {
        StripMarket market = market(1600, 1800, 2000, 2200, 2400);
        StripHedge hedge = planner(StripTerms.plain(0.01, 0.01)).cheapest(LOSS, market);
        double vega = 0;
        double theta = 0;
        double delta = hedge.portfolio().forwardCoins();
        for (StripLeg leg : hedge.portfolio().legs()) {
            var greeks = market.smile()
                    .option(leg.option().kind(), leg.option().strike())
                    .greeks();
            vega += leg.quantity() * greeks.vega();
            theta += leg.quantity() * greeks.theta() / 365;
            delta += leg.quantity() * greeks.delta();
        }
        assertThat(hedge.greeks().vega()).isCloseTo(vega, within(1e-9)).isPositive();
        assertThat(hedge.greeks().thetaPerDay()).isCloseTo(theta, within(1e-9)).isNegative();
        assertThat(hedge.greeks().delta()).isCloseTo(delta, within(1e-9));
        assertThat(hedge.vegaByTenor())
                .containsExactly(Map.entry(0.1, hedge.greeks().vega()));
    }

    @Test
    void feesAreCappedAtAPartOfThePremium() {
        OptionFee fee = new OptionFee(0.0003, 0.125);
        assertThat(fee.coins(0.05)).isEqualTo(0.0003);
        assertThat(fee.coins(0.0008)).isCloseTo(0.0001, within(1e-18));
        OptionQuote quote =
                OptionQuote.fromCoins(OptionKind.CALL, 2000, Level.unlimited(0.01), new Level(0.011, 5), 2000, fee);
        assertThat(quote.ask().price()).isCloseTo(2000 * 0.0113, within(1e-12));
        assertThat(quote.bid().price()).isCloseTo(2000 * 0.0097, within(1e-12));
        assertThat(quote.ask().size()).isEqualTo(5);
    }

    @Test
    void wrongInputIsNamed() {
        assertThatThrownBy(() -> new OptionFee(0.1, 1.5)).hasMessageContaining("capOfPremium 1.5");
        assertThatThrownBy(() -> new Level(1, 0)).hasMessageContaining("size 0.0");
        assertThatThrownBy(() -> StripTerms.plain(0, 1)).hasMessageContaining("optionLot 0.0");
        assertThatThrownBy(() -> new PriceSpan(5, Double.NaN))
                .hasMessageContaining("highest price NaN must be above the lowest, 5.0");
        assertThatThrownBy(() -> new StripLeg(new OptionQuote(OptionKind.PUT, 1, null, null), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StripPlanner(StripTerms.plain(1, 1), List.of(-1.0)))
                .hasMessageContaining("1 + shift of the grid 0.0");
        OptionQuote quote = new OptionQuote(OptionKind.PUT, 1, null, null);
        assertThatThrownBy(() -> new StripMarket(List.of(quote, quote), SampleStrips.flat(1, 1, 1), 1))
                .hasMessageContaining("PUT at 1.0 is quoted twice");
        assertThatThrownBy(() -> planner(WITHOUT_FORWARD).forPremium(LOSS, market(2000), -1))
                .hasMessageContaining("premium -1.0");
    }

    private static StripPlanner planner(StripTerms terms) {
        return new StripPlanner(terms, GRID);
    }

    private static StripMarket market(double... strikes) {
        return SampleStrips.market(2000, 0.1, 0.7, 0.02, strikes);
    }
}
