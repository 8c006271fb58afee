/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.band.Holding;
import io.ballast.risk.band.Segment;

/** That a curve says of now what the figures say, but for raw units that these leave out. */
final class AgreesWithFigures {

    private static final double ROUNDING = 3e-6;
    private static final double DIFFERENCE_OF_DOUBLES = 1e-13;

    private AgreesWithFigures() {}

    static void check(Segment curve, double sqrtPrice, PositionFigures figures) {
        PositionMeasures measures = figures.measures();
        double price = sqrtPrice * sqrtPrice;
        assertThat(curve.sqrtPrice()).isEqualTo(sqrtPrice);
        near(price, measures.price());
        near(curve.fullDelta() * price, measures.value());
        near(curve.principal().amount0(), measures.delta0());
        near(curve.principal().amount1(), measures.delta1());
        near(worth(curve.fees(), price), measures.feesValue());
        double hodl = curve.hodl0() * price + curve.hodl1();
        near(hodl, measures.hodlValue());
        assertThat(worth(curve.withoutFees(), price) - hodl)
                .isCloseTo(measures.il(), within(ROUNDING + DIFFERENCE_OF_DOUBLES * hodl));
        near(-curve.principal().liquidity() / (2 * price * sqrtPrice), measures.gamma());
    }

    private static double worth(Holding holding, double price) {
        return holding.amount0() * price + holding.amount1();
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(ROUNDING + 1e-9 * Math.abs(expected)));
    }
}
