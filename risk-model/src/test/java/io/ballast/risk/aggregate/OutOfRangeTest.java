/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class OutOfRangeTest {

    private static final BigInteger LIQUIDITY = new BigInteger("1000000000000000000");

    private final OutOfRange ranges = new OutOfRange();

    /** Amounts by the definition: L (1/a - 1/b) above the price, L (b - a) below. */
    @Test
    void shouldHoldOneTokenOnEitherSide_andNothingInside() {
        ranges.add(-600, 600, LIQUIDITY);
        double a = Math.pow(1.0001, -300);
        double b = Math.pow(1.0001, 300);

        assertThat(ranges.token0(-601)).isCloseTo(1e18 * (1 / a - 1 / b), within(1e6));
        assertThat(ranges.token1(-601)).isZero();
        assertThat(ranges.token0(-600)).isZero();
        assertThat(ranges.token1(599)).isZero();
        assertThat(ranges.token1(600)).isCloseTo(1e18 * (b - a), within(1e6));
        assertThat(ranges.token0(600)).isZero();
    }

    @Test
    void shouldLeaveNothingOfWhatWasTakenOut() {
        ranges.add(-600, 600, LIQUIDITY);
        ranges.add(-600, 1200, LIQUIDITY);
        ranges.add(-600, 600, LIQUIDITY.negate());
        ranges.add(-600, 1200, LIQUIDITY.negate());

        assertThat(ranges.token0(-10_000)).isZero();
        assertThat(ranges.token1(10_000)).isZero();
    }
}
