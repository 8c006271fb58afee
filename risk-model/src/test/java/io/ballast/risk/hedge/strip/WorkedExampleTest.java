/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.option.OptionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of docs/concepts/option-hedges.md, figure by figure. */
class WorkedExampleTest {

    private static final RangeLoss LOSS = SampleStrips.range(1000, 1500, 2500, 2000);
    private static final StripMarket MARKET =
            SampleStrips.market(2000, 30 / 365.0, 0.7, 0.02, 1400, 1600, 1800, 2000, 2200, 2400, 2600);
    private static final List<Double> GRID = List.of(-0.5, -0.25, -0.1, 0.0, 0.1, 0.25, 0.5);

    private final StripHedge hedge = new StripPlanner(StripTerms.plain(0.01, 0.01), GRID).cheapest(LOSS, MARKET);

    @Test
    void thePositionAndItsLosses() {
        assertThat(LOSS.range().value(Math.sqrt(2000))).isCloseTo(10_712.89, within(0.005));
        assertThat(LOSS.range().amount0(Math.sqrt(2000))).isCloseTo(2.3607, within(5e-5));
        assertThat(LOSS.at(1800)).isCloseTo(117.77, within(0.005));
        assertThat(LOSS.at(1500)).isCloseTo(802.71, within(0.005));
        assertThat(LOSS.at(2500)).isCloseTo(623.06, within(0.005));
        assertThat(FairLoss.underSmile(LOSS, MARKET.smile())).isCloseTo(410.73, within(0.005));
    }

    @Test
    void theStrip() {
        assertLeg(OptionKind.PUT, 1400, 0.21);
        assertLeg(OptionKind.PUT, 1600, 1.35);
        assertLeg(OptionKind.PUT, 1800, 1.32);
        assertLeg(OptionKind.PUT, 2000, 0.59);
        assertLeg(OptionKind.CALL, 2000, 0.54);
        assertLeg(OptionKind.CALL, 2200, 0.98);
        assertLeg(OptionKind.CALL, 2400, 0.76);
        assertLeg(OptionKind.CALL, 2600, 0.11);
        assertThat(hedge.portfolio().legs()).hasSize(8);
        assertThat(hedge.portfolio().forwardCoins()).isZero();
        assertThat(hedge.portfolio().cash()).isZero();
        assertThat(hedge.premium()).isCloseTo(437.81, within(0.005));
    }

    private void assertLeg(OptionKind kind, double strike, double quantity) {
        assertThat(hedge.portfolio().legs())
                .filteredOn(leg -> leg.option().kind() == kind && leg.option().strike() == strike)
                .extracting(StripLeg::quantity)
                .containsExactly(quantity);
    }

    @Test
    void whatItDoes() {
        assertThat(hedge.coverage().worstShortfall()).isLessThanOrEqualTo(0);
        assertThat(hedge.coverage().worstExcess()).isCloseTo(36.62, within(0.005));
        assertThat(hedge.coverage().worstExcessPrice()).isCloseTo(1697.6, within(0.05));
        assertThat(hedge.greeks().thetaPerDay()).isCloseTo(-11.76, within(0.005));
        assertThat(hedge.greeks().vega() / 100).isCloseTo(10.08, within(0.005));
        assertThat(hedge.greeks().gamma()).isCloseTo(0.00438, within(5e-6));
        assertThat(LOSS.range().gamma(Math.sqrt(2000))).isCloseTo(-0.00559, within(5e-6));
        assertPayoff(1500, 802.71, 826.00, -414.52);
        assertPayoff(1800, 117.77, 118.00, -437.58);
        assertPayoff(2000, 0, 0, -437.81);
        assertPayoff(2500, 623.06, 640.00, -420.86);
        assertPayoff(3000, 1803.40, 1824.00, -417.20);
    }

    private void assertPayoff(double price, double loss, double payoff, double after) {
        assertThat(hedge.payoffs())
                .filteredOn(point -> point.price() == price)
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.loss()).isCloseTo(loss, within(0.005));
                    assertThat(point.payoff()).isCloseTo(payoff, within(0.005));
                    assertThat(point.afterCost()).isCloseTo(after, within(0.0051));
                });
    }

    @Test
    void whatLessPremiumLeavesOpen() {
        StripTerms terms = new StripTerms(false, true, 0, 0.01, 0.01, new PriceSpan(1000, 3000));
        StripPlanner planner = new StripPlanner(terms, GRID);
        double[][] premiumAndShortfall = {{0, 2172}, {100, 831}, {200, 423}, {300, 197}, {400, 43}, {437.81, 0}};
        for (double[] row : premiumAndShortfall) {
            StripHedge part = planner.forPremium(LOSS, MARKET, row[0]);
            assertThat(part.premium()).isLessThanOrEqualTo(row[0]);
            assertThat(part.coverage().open())
                    .as("open for a premium of %s", row[0])
                    .isCloseTo(row[1], within(0.5));
        }
    }
}
