/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import org.junit.jupiter.api.Test;

/** A pair of 1000 and 4000 at a price of 4, of which somebody withdraws a quarter: 250 and 1000. */
class ExitCostTest {

    private static final CurveDepth REST = new CurveDepth(ConstantProductCurve.ofReserves(1000, 4000, 1), 4, 0.75);
    private static final double FEE = 0.003;

    @Test
    void shouldBeTheFeeAndWhatTheSaleMoves() {
        double paid = 250 * (1 - FEE);
        double got = 3000 * paid / (750 + paid);

        ExitCost cost = ExitCost.intoToken1(250, 1000, REST, FEE);

        assertThat(cost.cost()).isCloseTo(1000 - got, within(1e-6));
        assertThat(cost.fraction()).isCloseTo((1000 - got) / 2000, within(1e-9));
    }

    @Test
    void shouldCostAsMuchEitherWayInAPair() {
        double paid = 1000 * (1 - FEE);
        double got = 750 * paid / (3000 + paid);

        assertThat(ExitCost.intoToken0(250, 1000, REST, FEE).cost()).isCloseTo(1000 - 4 * got, within(1e-6));
    }

    @Test
    void shouldCostNothingOfWhatIsAllInTheTokenAlready() {
        assertThat(ExitCost.intoToken1(0, 1000, REST, FEE).cost()).isZero();
    }

    @Test
    void shouldSayNothingOfNothingOrWhatTheRestCannotTake() {
        assertThat(ExitCost.intoToken1(0, 0, REST, FEE)).isNull();
        CurveDepth nothing = new CurveDepth(ConstantProductCurve.ofReserves(1000, 4000, 1), 4, 0);
        assertThat(ExitCost.intoToken1(1000, 4000, nothing, FEE)).isNull();
    }
}
