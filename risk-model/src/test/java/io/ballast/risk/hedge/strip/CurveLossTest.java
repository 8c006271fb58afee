/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import org.junit.jupiter.api.Test;

/** Constant product liquidity has a closed form to be held against. */
class CurveLossTest {

    private static final double LIQUIDITY = 1000;
    private static final double ENTRY = 2000;
    private static final FullRangeLoss CLOSED = new FullRangeLoss(LIQUIDITY, Math.sqrt(ENTRY));

    @Test
    void isTheClosedFormWhereToken0IsTheCoin() {
        ConstantProductCurve curve = new ConstantProductCurve(LIQUIDITY);
        assertSame(new CurveLoss(curve, 1, curve.amount0(ENTRY), curve.amount1(ENTRY), true));
    }

    @Test
    void isTheClosedFormWhereToken1IsTheCoin() {
        ConstantProductCurve curve = new ConstantProductCurve(LIQUIDITY);
        assertSame(new CurveLoss(curve, 1, curve.amount0(1 / ENTRY), curve.amount1(1 / ENTRY), false));
    }

    @Test
    void countsFeesThatGrewAsNoGain() {
        ConstantProductCurve grown = new ConstantProductCurve(LIQUIDITY * 1.25);
        ConstantProductCurve before = new ConstantProductCurve(LIQUIDITY);
        assertSame(new CurveLoss(grown, 0.8, before.amount0(ENTRY), before.amount1(ENTRY), true));
    }

    private static void assertSame(CurveLoss loss) {
        for (double price : new double[] {500, 1999, 2000, 2500, 10_000}) {
            assertThat(loss.at(price)).isCloseTo(CLOSED.at(price), within(1e-9));
            assertThat(loss.slope(price)).isCloseTo(CLOSED.slope(price), within(1e-12));
        }
        assertThat(loss.atZero()).isCloseTo(CLOSED.atZero(), within(1e-9));
        assertThat(loss.slopeAtInfinity()).isCloseTo(CLOSED.slopeAtInfinity(), within(1e-12));
        assertThat(loss.lowestAt(1500)).isCloseTo(ENTRY, within(1e-3));
    }
}
