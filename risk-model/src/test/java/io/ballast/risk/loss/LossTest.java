/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {

    private static final ConcentratedRange RANGE = new ConcentratedRange(10, 2, 4);

    @Test
    void noMoveIsNoLoss_andNotANegativeZero() {
        for (double s : new double[] {1, 2, 3, 4, 5}) {
            assertThat(Double.doubleToRawLongBits(RANGE.impermanentLoss(s, s))).isZero();
        }
        assertThat(Double.doubleToRawLongBits(ConstantProductLoss.fraction(1))).isZero();
        assertThat(Double.doubleToRawLongBits(ConstantProductLoss.absolute(5, 2, 2)))
                .isZero();
    }

    /** Entered in token1 alone, and out again below: everything was bought on the way down. */
    @Test
    void lossWithoutLimitTendsToAllOfIt() {
        assertThat(RANGE.impermanentLossFraction(4, 1e-9)).isCloseTo(-1, within(1e-12));
        assertThat(RANGE.impermanentLossFraction(2, 1e9)).isCloseTo(-1, within(1e-12));
        assertThat(RANGE.impermanentLossFraction(2, 1e-9)).isZero();
        assertThat(RANGE.impermanentLossFraction(4, 1e9)).isZero();
    }

    @Test
    void entriesOutsideCountAsTheNearestEnd() {
        assertThat(RANGE.impermanentLoss(1, 3)).isEqualTo(RANGE.impermanentLoss(2, 3));
        assertThat(RANGE.impermanentLoss(9, 3)).isEqualTo(RANGE.impermanentLoss(4, 3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 0.25, 0.999999, 1.000001, 4, 1e6, 1e12})
    void aVeryWideRangeIsAConstantProduct(double priceRatio) {
        ConcentratedRange wide = new ConcentratedRange(7, 1e-40, 1e40);
        double s = Math.sqrt(priceRatio);
        double fraction = ConstantProductLoss.fraction(priceRatio);
        assertThat(wide.impermanentLossFraction(1, s)).isCloseTo(fraction, within(Math.abs(fraction) * 1e-9));
        assertThat(wide.impermanentLoss(1, s))
                .isCloseTo(ConstantProductLoss.absolute(7, 1, s), within(7 * (1 + priceRatio) * 1e-15));
        assertThat(wide.value(s)).isCloseTo(ConstantProductLoss.value(7, s), within(14 * s * 1e-14));
        assertThat(wide.gamma(s)).isEqualTo(ConstantProductLoss.gamma(7, s));
    }

    @Test
    void constantProductLossAtTheEndsOfTheAxis() {
        assertThat(ConstantProductLoss.fraction(1e-300)).isCloseTo(-1, within(1e-12));
        assertThat(ConstantProductLoss.fraction(1e300)).isCloseTo(-1, within(1e-12));
        assertThat(ConstantProductLoss.fraction(Double.MAX_VALUE)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void boundsComeBackFromTheAmounts() {
        double s = 3;
        double x = RANGE.amount0(s);
        double y = RANGE.amount1(s);
        assertThat(RangeFromAmounts.liquidityFromAmount0(x, s, 4)).isCloseTo(10, within(1e-12));
        assertThat(RangeFromAmounts.liquidityFromAmount1(y, 2, s)).isCloseTo(10, within(1e-12));
        assertThat(RangeFromAmounts.sqrtLower(x, y, s, 4)).isCloseTo(2, within(1e-12));
        assertThat(RangeFromAmounts.sqrtUpper(x, y, 2, s)).isCloseTo(4, within(1e-12));
    }

    @Test
    void refusesWhatHasNoMeaning() {
        refused(() -> new ConcentratedRange(-1, 2, 4), "liquidity -1.0");
        refused(() -> new ConcentratedRange(Double.NaN, 2, 4), "liquidity NaN");
        refused(() -> new ConcentratedRange(1, 4, 4), "sqrtLower 4.0 must be below sqrtUpper 4.0");
        refused(() -> new ConcentratedRange(1, 0, 4), "sqrtLower 0.0");
        refused(() -> new ConcentratedRange(1, 2, Double.POSITIVE_INFINITY), "sqrtUpper Infinity");
        refused(() -> RANGE.value(0), "sqrtPrice 0.0 must be finite and positive");
        refused(() -> RANGE.value(Double.NaN), "sqrtPrice NaN");
        refused(() -> RANGE.gamma(-1), "sqrtPrice -1.0");
        refused(() -> RANGE.impermanentLoss(3, Double.POSITIVE_INFINITY), "sqrtPrice Infinity");
        refused(() -> RANGE.impermanentLoss(0, 3), "sqrtPrice 0.0");
        refused(() -> ConstantProductLoss.fraction(0), "priceRatio 0.0");
        refused(() -> ConstantProductLoss.absolute(1, 0, 1), "sqrtPriceAtEntry 0.0");
        refused(() -> RangeFromAmounts.sqrtLower(1, 1e9, 3, 4), "sqrtLower");
        refused(() -> RangeFromAmounts.sqrtUpper(1e9, 1, 2, 3), "sqrtUpper");
    }

    private static void refused(Runnable action, String message) {
        assertThatIllegalArgumentException().isThrownBy(action::run).withMessageContaining(message);
    }
}
