/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.hedge.strip.HeldOptions.Held;
import io.ballast.risk.option.OptionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldOptionsTest {

    private static final RangeLoss LOSS = SampleStrips.range(1000, 1500, 2500, 2000);
    private static final double[] STRIKES = {1400, 1600, 1800, 2000, 2200, 2400, 2600};
    private static final StripMarket MARKET = SampleStrips.market(2000, 30 / 365.0, 0.7, 0.02, STRIKES);
    private static final List<Double> GRID = List.of(-0.25, 0.0, 0.25);

    @Test
    void shouldSumWhatIsOfOneRightAndStrike() {
        HeldOptions held = HeldOptions.of(List.of(
                new Held(OptionKind.CALL, 2000, 3),
                new Held(OptionKind.PUT, 1800, 2),
                new Held(OptionKind.CALL, 2000, -1),
                new Held(OptionKind.PUT, 1600, 5),
                new Held(OptionKind.PUT, 1600, -5)));

        assertThat(held.options())
                .containsExactly(new Held(OptionKind.PUT, 1800, 2), new Held(OptionKind.CALL, 2000, 2));
        assertThat(held.payoff(1700)).isEqualTo(200);
        assertThat(held.payoff(2100)).isEqualTo(200);
        assertThat(held.slopeAtInfinity()).isEqualTo(2);
        assertThatThrownBy(() -> new Held(OptionKind.CALL, 0, 1)).hasMessageContaining("strike");
        assertThatThrownBy(() -> new Held(OptionKind.CALL, 1, Double.NaN)).hasMessageContaining("coins NaN");
    }

    @Test
    void shouldBuyNothingMore_whenTheStripIsThere() {
        StripHedge first = planner(HeldOptions.NONE).cheapest(LOSS, MARKET);

        StripHedge second = planner(bought(first)).cheapest(LOSS, MARKET);

        assertThat(second.portfolio().legs()).isEmpty();
        assertThat(second.cost()).isZero();
        assertThat(second.coverage().worstShortfall()).isLessThanOrEqualTo(1e-6);
        assertThat(second.greeks().delta()).isCloseTo(first.greeks().delta(), within(1e-9));
        assertThat(second.greeks().thetaPerDay()).isCloseTo(first.greeks().thetaPerDay(), within(1e-9));
        assertThat(second.payoffs()).allSatisfy(point -> assertThat(point.afterCost())
                .isCloseTo(point.payoff() - point.loss(), within(1e-9)));
    }

    @Test
    void shouldBuyWhatIsMissing() {
        StripHedge whole = planner(HeldOptions.NONE).cheapest(LOSS, MARKET);
        StripLeg one = whole.portfolio().legs().get(1);
        HeldOptions part = HeldOptions.of(
                List.of(new Held(one.option().kind(), one.option().strike(), one.quantity() - 0.4)));

        StripHedge rest = planner(part).cheapest(LOSS, MARKET);

        assertThat(rest.portfolio().quantity(one.option())).isCloseTo(0.4, within(1e-9));
        assertThat(rest.premium()).isCloseTo(whole.premium() - (one.quantity() - 0.4) * one.price(), within(1e-6));
    }

    @Test
    void shouldSellWhatIsHeldBeyondNeed_butNothingThatIsNotHeld() {
        HeldOptions held =
                HeldOptions.of(List.of(new Held(OptionKind.CALL, 2600, 10), new Held(OptionKind.PUT, 1400, 10)));

        StripHedge hedge = planner(held).cheapest(LOSS, MARKET);

        assertThat(hedge.portfolio().legs()).allSatisfy(leg -> {
            double before = held.coins(leg.option().kind(), leg.option().strike());
            assertThat(before + leg.quantity()).isGreaterThanOrEqualTo(0);
        });
        assertThat(hedge.portfolio().legs()).anyMatch(leg -> leg.quantity() < 0);
        assertThat(hedge.coverage().worstShortfall()).isLessThanOrEqualTo(1e-6);
    }

    @Test
    void shouldMakeGoodWhatWasSold_alsoWhereItIsQuotedNoMore() {
        HeldOptions sold = HeldOptions.of(List.of(new Held(OptionKind.CALL, 2300, -2)));

        StripHedge hedge = planner(sold).cheapest(LOSS, MARKET);

        assertThat(hedge.coverage().worstShortfall()).isLessThanOrEqualTo(1e-6);
        assertThat(ChordStrip.of(LOSS, MARKET.quotes(), terms(sold), 2000)).isEmpty();
        for (double price = 100; price < 20_000; price += 10) {
            assertThat(hedge.portfolio().payoff(price) - LOSS.at(price)).isGreaterThan(-1e-6);
        }
    }

    @Test
    void shouldKeepWhatIsHeld_whenThePremiumIsGiven() {
        HeldOptions held = HeldOptions.of(List.of(new Held(OptionKind.CALL, 2200, 1)));

        StripHedge without = planner(HeldOptions.NONE).forPremium(LOSS, MARKET, 100);
        StripHedge with = planner(held).forPremium(LOSS, MARKET, 100);

        assertThat(with.portfolio().legs()).allMatch(leg -> leg.quantity() > 0);
        assertThat(with.premium()).isLessThanOrEqualTo(100);
        assertThat(with.coverage().open()).isLessThan(without.coverage().open());
    }

    private static HeldOptions bought(StripHedge hedge) {
        return HeldOptions.of(hedge.portfolio().legs().stream()
                .map(leg -> new Held(leg.option().kind(), leg.option().strike(), leg.quantity()))
                .toList());
    }

    private static StripPlanner planner(HeldOptions held) {
        return new StripPlanner(terms(held), GRID);
    }

    private static StripTerms terms(HeldOptions held) {
        return new StripTerms(false, false, 0, 0.01, 0.01, PriceSpan.ALL, held);
    }
}
