/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TickPricesPropertyTest {

    /** More ticks than it keeps, asked for again and again. */
    @Property(tries = 20)
    void whatIsKeptIsWhatTickMathSays(@ForAll Random random) {
        TickPrices prices = new TickPrices();
        int spacing = new int[] {1, 60, 256}[random.nextInt(3)];
        int most = Math.min(800, TickMath.MAX_TICK / spacing);
        for (int i = 0; i < 3000; i++) {
            int tick = (random.nextInt(2 * most) - most) * spacing;
            BigInteger price = TickMath.sqrtPriceX96AtTick(tick);
            assertThat(prices.at(tick)).isEqualTo(price);
            BigInteger near = price.add(BigInteger.valueOf(random.nextInt(3) - 1));
            assertThat(prices.holds(tick, near)).isEqualTo(TickMath.holds(tick, near));
        }
    }
}
