/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.option.Black76;
import io.ballast.risk.option.OptionKind;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class RevaluedRiskTest {

    private static final double NOW = 2000;
    private static final double VOLATILITY = 0.7;
    private static final double DAY = 1 / 365.0;
    private static final LognormalPrice TOMORROW = new LognormalPrice(NOW, VOLATILITY, DAY);
    private static final SmileOptionLeg CALL = option(OptionKind.CALL, 2000, 1);
    private static final SmileOptionLeg PUT = option(OptionKind.PUT, 2000, 1);

    @Test
    void shouldLoseOnABoughtCallWhatItIsWorthLessAtTheQuantileADayLater() {
        SmileOptionLeg older = CALL.after(DAY);
        RevaluedRisk risk = RevaluedRisk.of(price -> older.value(price, 0) - CALL.value(NOW, 0), TOMORROW);

        double there = new Black76(OptionKind.CALL, TOMORROW.quantile(0.01), 2000, VOLATILITY, 6 * DAY, 0).price();
        double loss = new Black76(OptionKind.CALL, NOW, 2000, VOLATILITY, 7 * DAY, 0).price() - there;
        assertThat(risk.at(0.99).valueAtRisk()).isCloseTo(loss, within(risk.error(risk.at(0.99)) + 1e-9));
        assertThat(risk.error(risk.at(0.99))).isLessThan(1e-3 * loss);
        assertThat(risk.at(0.99).expectedShortfall())
                .isCloseTo(shortfall(price -> older.value(price, 0) - CALL.value(NOW, 0), 0.01), within(2e-3 * loss));
    }

    @Test
    void shouldLoseOnASoldStraddleToBothSides() {
        DoubleUnaryOperator result = price -> CALL.value(NOW, 0)
                + PUT.value(NOW, 0)
                - CALL.after(DAY).value(price, 0)
                - PUT.after(DAY).value(price, 0);
        RevaluedRisk risk = RevaluedRisk.of(result, TOMORROW);

        double loss = risk.at(0.95).valueAtRisk();

        assertThat(probabilityOfLossAbove(loss - 0.1, result)).isGreaterThan(0.05);
        assertThat(probabilityOfLossAbove(loss + 0.1, result)).isLessThan(0.05);
        assertThat(result.applyAsDouble(NOW)).isPositive();
    }

    @Test
    void shouldKnowNoRiskWhereNothingMoves() {
        RevaluedRisk risk = RevaluedRisk.of(price -> -3, TOMORROW);

        assertThat(risk.at(0.99).valueAtRisk()).isEqualTo(3);
        assertThat(risk.at(0.99).expectedShortfall()).isCloseTo(3, within(1e-9));
        assertThat(risk.error(risk.at(0.99))).isLessThan(1e-9);
    }

    @Test
    void shouldNotGoByResultsThatAreNone() {
        assertThatThrownBy(() -> RevaluedRisk.of(price -> Double.NaN, TOMORROW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void shouldBeWorthItsPayoffAtExpiry_andBringTheForwardDownToThePrice() {
        SmileOptionLeg listed = new SmileOptionLeg(OptionKind.CALL, 2000, 3, VOLATILITY, 0.25, 1.02);

        assertThat(listed.after(0.25).value(2100, 0)).isCloseTo(300, within(1e-9));
        assertThat(listed.after(9).value(1900, 0)).isZero();
        assertThat(listed.after(0.125).forwardPerSpot()).isCloseTo(Math.sqrt(1.02), within(1e-12));
        assertThat(listed.after(0)).isEqualTo(listed);
    }

    private static SmileOptionLeg option(OptionKind kind, double strike, double coins) {
        return new SmileOptionLeg(kind, strike, coins, VOLATILITY, 7 * DAY, 1);
    }

    /** By a million equally likely prices, of the worst of them. */
    private static double shortfall(DoubleUnaryOperator rising, double tail) {
        int count = (int) (tail * 1_000_000);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += rising.applyAsDouble(TOMORROW.quantile((i + 0.5) / 1_000_000));
        }
        return -sum / count;
    }

    private static double probabilityOfLossAbove(double loss, DoubleUnaryOperator result) {
        NormalDistribution normal = new NormalDistribution();
        double sum = 0;
        for (double z = -7; z < 7; z += 1e-4) {
            double middle = z + 5e-5;
            sum += -result.applyAsDouble(TOMORROW.atDeviation(middle)) > loss ? normal.density(middle) * 1e-4 : 0;
        }
        return sum;
    }
}
