/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.TickMath.MAX_SQRT_PRICE_X96;
import static io.ballast.risk.pool.concentrated.TickMath.MAX_TICK;
import static io.ballast.risk.pool.concentrated.TickMath.MIN_SQRT_PRICE_X96;
import static io.ballast.risk.pool.concentrated.TickMath.MIN_TICK;
import static io.ballast.risk.pool.concentrated.TickMath.sqrtPriceX96AtTick;
import static io.ballast.risk.pool.concentrated.TickMath.tickAtSqrtPriceX96;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickMathTest {

    private static final MathContext DIGITS = new MathContext(120, RoundingMode.HALF_EVEN);
    private static final BigDecimal ROOT = new BigDecimal("1.0001").sqrt(DIGITS);

    @Test
    void endsAreTheContractsConstants() {
        assertThat(sqrtPriceX96AtTick(MIN_TICK)).isEqualTo(MIN_SQRT_PRICE_X96);
        assertThat(sqrtPriceX96AtTick(MAX_TICK)).isEqualTo(MAX_SQRT_PRICE_X96);
        assertThat(sqrtPriceX96AtTick(0)).isEqualTo(FixedPoint.Q96);
    }

    /** One rung of the ladder each, up and down. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144,
                524288, 887271, 699051
            })
    void followsTheDefinition(int tick) {
        assertNearDefinition(tick);
        assertNearDefinition(-tick);
    }

    /** The definition to 120 digits. The ladder drops less than one unit of Q128 a rung; the result rounds up one. */
    private static void assertNearDefinition(int tick) {
        BigDecimal exact = ROOT.pow(tick, DIGITS).multiply(new BigDecimal(FixedPoint.Q96));
        BigDecimal error = new BigDecimal(sqrtPriceX96AtTick(tick)).subtract(exact);
        BigDecimal relative = ROOT.pow(Math.abs(tick), DIGITS)
                .multiply(BigDecimal.valueOf(40))
                .divide(new BigDecimal(FixedPoint.Q128), DIGITS);
        assertThat(error.abs()).isLessThan(exact.multiply(relative).add(BigDecimal.ONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {MIN_TICK, -887271, -500001, -1, 0, 1, 2, 60, 74959, 887270, 887271})
    void tickOfItsOwnPriceIsTheTick_andOneUnitLessIsTheTickBelow(int tick) {
        BigInteger price = sqrtPriceX96AtTick(tick);
        assertThat(tickAtSqrtPriceX96(price)).isEqualTo(tick);
        assertThat(TickMath.holds(tick, price)).isTrue();
        if (tick > MIN_TICK) {
            assertThat(tickAtSqrtPriceX96(price.subtract(BigInteger.ONE))).isEqualTo(tick - 1);
            assertThat(TickMath.holds(tick, price.subtract(BigInteger.ONE))).isFalse();
        }
    }

    @Test
    void highestPriceHasTheLastTickButOne() {
        assertThat(tickAtSqrtPriceX96(MAX_SQRT_PRICE_X96.subtract(BigInteger.ONE)))
                .isEqualTo(MAX_TICK - 1);
    }

    @Test
    void refusesTicksAndPricesOutsideThePool() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sqrtPriceX96AtTick(MAX_TICK + 1))
                .withMessageContaining("887273");
        assertThatIllegalArgumentException().isThrownBy(() -> sqrtPriceX96AtTick(MIN_TICK - 1));
        assertThatIllegalArgumentException().isThrownBy(() -> sqrtPriceX96AtTick(Integer.MIN_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> tickAtSqrtPriceX96(MAX_SQRT_PRICE_X96));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tickAtSqrtPriceX96(MIN_SQRT_PRICE_X96.subtract(BigInteger.ONE)))
                .withMessageContaining("4295128738");
    }
}
