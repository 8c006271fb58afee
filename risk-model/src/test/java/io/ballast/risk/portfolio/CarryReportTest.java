/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.sum.ExactSum;
import org.junit.jupiter.api.Test;

class CarryReportTest {

    private static Attribution attribution(
            double price, double il, double fees, double hedge, double funding, double premium, double costs) {
        return new Attribution(
                ExactSum.of(price),
                ExactSum.of(il),
                ExactSum.of(fees),
                ExactSum.of(hedge),
                ExactSum.of(funding),
                ExactSum.of(premium),
                ExactSum.of(costs),
                ExactSum.of(77));
    }

    @Test
    void shouldLeaveThePriceTermAndLvrOutOfTheCarry() {
        CarryReport report = CarryReport.of(attribution(-500, -100, 150, 90, 5, -10, -15), 1, 2, 36_500, -20);
        assertThat(report.netCarryPerDay()).isEqualTo(60);
        assertThat(report.netCarryRate()).isCloseTo(0.6, within(1e-12));
        assertThat(report.feesToIl()).isEqualTo(1.5);
        assertThat(report.payoffRatio()).isEqualTo(0.9);
        assertThat(report.costRatio()).isEqualTo(0.2);
    }

    /** A full-range pool earns L sigma^2 sqrt(P) / 4 a year in fees exactly when volatility is the break-even one. */
    @Test
    void shouldBreakEvenWhereLvrIsTheIncome() {
        double volatility = 0.7;
        double liquidity = 5000;
        double price = 2000;
        double feesPerYear = liquidity * volatility * volatility * Math.sqrt(price) / 4;
        double gammaCash = -liquidity / (2 * Math.pow(price, 1.5)) * price * price / 100;
        CarryReport report = CarryReport.of(attribution(0, -1, feesPerYear / 365, 0, 0, 0, 0), 1, 1, 1, gammaCash);
        assertThat(report.breakEvenVolatility()).isCloseTo(volatility, within(1e-12));
    }

    @Test
    void shouldHoldADeltaNeutralHedgeAgainstPriceAndLoss() {
        CarryReport report = CarryReport.of(attribution(-400, -100, 0, 450, 0, 0, 0), 0, 1, 1, 0);
        assertThat(report.payoffRatio()).isEqualTo(0.9);
    }

    @Test
    void shouldSayNothingWhereThereIsNothingToDivideBy() {
        CarryReport report = CarryReport.of(attribution(10, 0, 5, 0, 0, 0, 0), 1, 1, 0, 0);
        assertThat(report.netCarryRate()).isNull();
        assertThat(report.feesToIl()).isNull();
        assertThat(report.breakEvenVolatility()).isNull();
        assertThat(report.payoffRatio()).isNull();
        assertThat(report.costRatio()).isNull();
        assertThat(CarryReport.of(attribution(0, 0, 5, 0, 0, 0, -6), 1, 1, 1, -1)
                        .breakEvenVolatility())
                .isNull();
        assertThatThrownBy(() -> CarryReport.of(attribution(0, 0, 0, 0, 0, 0, 0), 1, 0, 1, -1))
                .hasMessageContaining("days 0.0 must be");
    }

    @Test
    void shouldRateAHedgeByTheVarianceItTakesAway() {
        double[] position = {1, -2, 3, -4};
        assertThat(HedgeEffectiveness.of(position, new double[] {-1, 2, -3, 4})).isEqualTo(1);
        assertThat(HedgeEffectiveness.of(position, new double[4])).isEqualTo(0);
        assertThat(HedgeEffectiveness.of(position, position)).isCloseTo(-3, within(1e-12));
        assertThat(HedgeEffectiveness.of(position, new double[] {-0.5, 1, -1.5, 2}))
                .isCloseTo(0.75, within(1e-12));
        assertThat(HedgeEffectiveness.of(new double[] {5, 5}, new double[] {1, 2}))
                .isNull();
        assertThat(HedgeEffectiveness.of(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3}))
                .isNull();
        assertThat(HedgeEffectiveness.of(new double[0], new double[0])).isNull();
        assertThat(HedgeEffectiveness.of(new double[] {5}, new double[] {1})).isNull();
        assertThatThrownBy(() -> HedgeEffectiveness.of(position, new double[1])).hasMessageContaining("4 results");
    }
}
