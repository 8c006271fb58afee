/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.producers.simulator.TestPools;
import io.ballast.producers.simulator.chain.PoolSlot;
import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.TickRange;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class LiquiditySizingTest {

    @Test
    void shouldFindLiquidityThatCostsTheDollarsAsked() {
        SimulatedConcentratedPool pool = TestPools.pool(500, 10);
        int tick = pool.state().tick() / 10 * 10;
        TickRange range = new TickRange(tick - 500, tick + 700);

        BigInteger liquidity = new LiquiditySizing(TestPools.ethAt(3000)).liquidityWorth(25_000, pool, range);
        TokenAmounts paid = pool.mint(TestPools.block(), PoolSlot.direct("0x" + "2".repeat(40), range), liquidity);

        double usd = paid.amount0().doubleValue() / 1e6 + paid.amount1().doubleValue() / 1e18 * 3000;
        assertThat(usd).isCloseTo(25_000, within(0.01));
    }

    @Test
    void shouldTakeNoLessThanOneUnit() {
        assertThat(LiquiditySizing.part(BigInteger.TWO, 0.1)).isEqualTo(BigInteger.ONE);
    }
}
