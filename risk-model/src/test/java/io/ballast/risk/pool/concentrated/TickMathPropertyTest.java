/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

class TickMathPropertyTest {

    @Property
    void pricesGrowWithTheTick(@ForAll @IntRange(min = TickMath.MIN_TICK, max = TickMath.MAX_TICK - 1) int tick) {
        assertThat(TickMath.sqrtPriceX96AtTick(tick)).isLessThan(TickMath.sqrtPriceX96AtTick(tick + 1));
    }

    @Property
    void tickIsTheGreatestThatIsNotAboveThePrice(
            @ForAll @BigRange(min = "4295128739", max = "1461446703485210103287273052203988822378723970341")
                    BigInteger price) {
        int tick = TickMath.tickAtSqrtPriceX96(price);
        assertThat(TickMath.sqrtPriceX96AtTick(tick)).isLessThanOrEqualTo(price);
        assertThat(TickMath.sqrtPriceX96AtTick(tick + 1)).isGreaterThan(price);
    }

    @Property
    void humanPriceOfATickAndOfItsSqrtPriceAgree(
            @ForAll @IntRange(min = -414486, max = 414486) int tick,
            @ForAll @IntRange(min = 0, max = 18) int decimals0,
            @ForAll @IntRange(min = 0, max = 18) int decimals1) {
        double byTick = SqrtPrice.priceToken1PerToken0AtTick(tick, decimals0, decimals1);
        double byPrice = SqrtPrice.priceToken1PerToken0(TickMath.sqrtPriceX96AtTick(tick), decimals0, decimals1);
        // Rounded up to a whole unit the sqrt price is right to 1/sqrtPriceX96, here at least 1e-20: doubles are worse.
        assertThat(byPrice).isCloseTo(byTick, within(byTick * 1e-9));
    }
}
