/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.curve.weighted.WeightedPairCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reserves of 1000 and 4000, of which a part is still there. */
class CurveDepthTest {

    private static final PairCurve PRODUCT = ConstantProductCurve.ofReserves(1000, 4000, 1);
    private static final CurveDepth WHOLE = new CurveDepth(PRODUCT, 4, 1);

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.5, 100, 1000, 1e6})
    void shouldKeepTheProductOfAPair(double amount) {
        double out1 = 4000 - 4e6 / (1000 + amount);
        assertThat(WHOLE.selling0(amount).token1()).isCloseTo(-out1, within(1e-9 * out1 + 1e-12));
        double out0 = 1000 - 4e6 / (4000 + amount);
        assertThat(WHOLE.selling1(amount).token0()).isCloseTo(-out0, within(1e-9 * out0 + 1e-12));
    }

    @Test
    void shouldBeInProportionToThePartThatIsThere() {
        CurveDepth half = new CurveDepth(PRODUCT, 4, 0.5);

        assertThat(half.selling0(50).token1()).isCloseTo(WHOLE.selling0(100).token1() / 2, within(1e-9));
    }

    @Test
    void shouldKeepTheInvariantOfAWeightedPool() {
        // 1000 of both: B0^0.8 * B1^0.2 stays, and the price is (1000/0.2) / (1000/0.8) = 4.
        CurveDepth weighted = new CurveDepth(new WeightedPairCurve(0.8, 1000), 4, 1);

        double out = 1000 - 1000 * Math.pow(1000 / 1100.0, 0.8 / 0.2);
        assertThat(weighted.selling0(100).token1()).isCloseTo(-out, within(1e-8));
    }

    @Test
    void shouldTakeNothingWhereNothingIsLeft() {
        assertThat(new CurveDepth(PRODUCT, 4, 0).selling0(1)).isNull();
        assertThat(new CurveDepth(PRODUCT, 4, 0).selling0(0)).isEqualTo(new TokenChange(0, 0));
    }
}
