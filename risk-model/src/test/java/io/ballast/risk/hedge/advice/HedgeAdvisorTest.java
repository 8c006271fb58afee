/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.hedge.InstrumentKey;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class HedgeAdvisorTest {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    private static final HedgeNeed WIDE = new HedgeNeed("ETH", 236.068, 250, -150, -0.559017, 2000);
    private static final NoTradeBand WHALLEY_WILMOTT = new NoTradeBand.WhalleyWilmott(5e-4, 1e-5);

    /** The example of docs/concepts/hedge-targets.md. */
    @Test
    void shouldTradeToTheNearestEdgeAndSayWhy() {
        HedgeAdvice advice = new HedgeAdvisor(
                        HedgeTarget.DELTA_NEUTRAL, WHALLEY_WILMOTT, List.of(venue("binance", "P", "0.001", 5e-4)))
                .advise(WIDE);

        assertThat(advice.target()).isEqualTo(-236.068);
        assertThat(advice.gap()).isCloseTo(-86.068, within(1e-9));
        assertThat(advice.band()).isCloseTo(36.056, within(1e-3));
        assertThat(advice.trades()).singleElement().satisfies(trade -> assertThat(trade.contracts())
                .isEqualByComparingTo("-50.012"));
        assertThat(advice.residual()).isCloseTo(-36.056, within(1e-3));
        assertThat(advice.cost()).isCloseTo(50.012, within(1e-9));
        assertThat(HedgeSentence.of(advice))
                .isEqualTo(
                        "Sell 50.012 ETH (-50.012 contracts on binance:P) for about 50.012 in costs: the delta-neutral"
                                + " target is -236.068 for 236.068 in pools, -150 is held, and the gap of -86.068 is outside the"
                                + " no-trade band of ±36.0562 (Whalley-Wilmott at 5 bp, risk aversion 0.00001, gamma -0.559017"
                                + " and a price of 2000).");
    }

    /** Published case: a unit test of the band in a public repository. */
    @Test
    void shouldAgreeWithThePublishedBand() {
        assertThat(new NoTradeBand.WhalleyWilmott(5e-4, 1).halfWidth(0.02, 5000))
                .isCloseTo(0.11447, within(1e-4));
    }

    @Test
    void shouldLeaveItAlone_whenInsideTheBand() {
        HedgeNeed near = new HedgeNeed("ETH", 236.068, 250, -210, -0.559017, 2000);

        HedgeAdvice advice = new HedgeAdvisor(
                        HedgeTarget.DELTA_NEUTRAL, WHALLEY_WILMOTT, List.of(venue("binance", "P", "0.001", 5e-4)))
                .advise(near);

        assertThat(advice.isInBand()).isTrue();
        assertThat(advice.trades()).isEmpty();
        assertThat(HedgeSentence.of(advice)).startsWith("Leave ETH as it is");
    }

    @Test
    void shouldHoldTheBasketsShareBack_whenILNeutral() {
        HedgeAdvice advice = new HedgeAdvisor(
                        HedgeTarget.IL_NEUTRAL, new NoTradeBand.Fixed(0), List.of(venue("binance", "P", "0.001", 5e-4)))
                .advise(new HedgeNeed("ETH", 3.5702, 2.3607, 0, 0, 1800));

        assertThat(advice.target()).isCloseTo(-1.2095, within(1e-9));
        assertThat(advice.traded()).isCloseTo(-1.209, within(1e-9));
    }

    @Test
    void shouldFillTheCheapestVenueFirst_asFarAsItsRoomGoes() {
        HedgeVenue cheap = new HedgeVenue(
                new InstrumentKey("cheap", "P"), 1, BigDecimal.ONE, BigDecimal.ONE, 1e-4, NO_LIMIT, 30.5);
        HedgeAdvice advice = new HedgeAdvisor(
                        HedgeTarget.DELTA_NEUTRAL,
                        new NoTradeBand.Fixed(10),
                        List.of(venue("dear", "P", "0.1", 5e-4), cheap))
                .advise(new HedgeNeed("ETH", 100, 0, 0, 0, 2000));

        assertThat(advice.wanted()).isEqualTo(-90);
        assertThat(advice.trades())
                .extracting(
                        trade -> trade.instrument().venue() + trade.contracts().stripTrailingZeros())
                .containsExactly("cheap-3E+1", "dear-6E+1");
        assertThat(advice.isShort()).isFalse();
    }

    @Test
    void shouldSayWhatNoVenueHasRoomFor() {
        HedgeVenue full =
                new HedgeVenue(new InstrumentKey("full", "P"), 1, BigDecimal.ONE, BigDecimal.ONE, 1e-4, NO_LIMIT, 0);

        HedgeAdvice advice = new HedgeAdvisor(HedgeTarget.DELTA_NEUTRAL, new NoTradeBand.Fixed(10), List.of(full))
                .advise(new HedgeNeed("ETH", 100, 0, 0, 0, 2000));

        assertThat(advice.isShort()).isTrue();
        assertThat(HedgeSentence.of(advice)).startsWith("Nothing can be traded");
    }

    @Test
    void shouldNotTradeBelowAMinimum() {
        HedgeVenue coarse = new HedgeVenue(
                new InstrumentKey("coarse", "P"), 1, BigDecimal.ONE, BigDecimal.TEN, 1e-4, NO_LIMIT, NO_LIMIT);

        HedgeAdvice advice = new HedgeAdvisor(HedgeTarget.DELTA_NEUTRAL, new NoTradeBand.Fixed(1), List.of(coarse))
                .advise(new HedgeNeed("ETH", 9, 0, 0, 0, 2000));

        assertThat(advice.trades()).isEmpty();
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertThatThrownBy(() -> new HedgeTarget(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new NoTradeBand.WhalleyWilmott(5e-4, 0)).hasMessageContaining("risk aversion 0");
        assertThatThrownBy(() -> new HedgeNeed("ETH", 0, 0, 0, 0, 0)).hasMessageContaining("price 0");
    }

    private static HedgeVenue venue(String venue, String id, String lot, double costRate) {
        return new HedgeVenue(
                new InstrumentKey(venue, id), 1, new BigDecimal(lot), BigDecimal.ZERO, costRate, NO_LIMIT, NO_LIMIT);
    }
}
