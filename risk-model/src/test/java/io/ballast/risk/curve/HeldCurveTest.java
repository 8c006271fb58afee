/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import org.junit.jupiter.api.Test;

class HeldCurveTest {

    /** Half of a pool of 4 coins of 18 decimals and 100 dollars of 6: L = 2 sqrt(25) = 10 whole. */
    private static final HeldCurve HALF =
            new HeldCurve(new ConstantProductCurve(Math.sqrt(4e18) * Math.sqrt(100e6)), 0.5, 18, 6);

    @Test
    void isInWholeTokens() {
        assertThat(HALF.amount0(25)).isCloseTo(2, within(1e-14));
        assertThat(HALF.amount1(25)).isCloseTo(50, within(1e-12));
        assertThat(HALF.value(100)).isCloseTo(200, within(1e-12));
        assertThat(HALF.gamma(25)).isCloseTo(-10.0 / 2 / 125, within(1e-14));
        // 2 coins and 50 dollars held, worth 250 at 100; the share is worth 200.
        assertThat(HALF.rebalancingLoss(25, 100)).isCloseTo(50, within(1e-12));
    }

    @Test
    void leavesAHoldingInWholeTokensAsItIs() {
        ConstantProductCurve holding = new ConstantProductCurve(10);

        assertThat(HeldCurve.ofWholeTokens(holding).amount0(7)).isEqualTo(holding.amount0(7));
        assertThat(HeldCurve.ofWholeTokens(holding).gamma(7)).isEqualTo(holding.gamma(7));
    }
}
