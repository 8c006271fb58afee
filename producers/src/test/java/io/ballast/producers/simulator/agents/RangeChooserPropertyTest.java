/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.simulator.TestPools;
import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.producers.simulator.chain.PoolTerms;
import io.ballast.producers.simulator.chain.RawRatio;
import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.TickRange;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RangeChooserPropertyTest {

    @Property(tries = 500)
    void anyRangeIsOneThatThePoolAccepts(
            @ForAll long seed, @ForAll @IntRange(min = -120, max = 120) int priceBits, @ForAll RangeStyle style) {
        int spacing = 60;
        SimulatedConcentratedPool pool = poolAtPowerOfTwo(priceBits, spacing);

        TickRange range = new RangeChooser(new SplittableRandom(seed)).choose(pool, style);

        assertThat(range.lower()).isGreaterThanOrEqualTo(TickMath.MIN_TICK).isLessThan(range.upper());
        assertThat(range.upper()).isLessThanOrEqualTo(TickMath.MAX_TICK);
        assertThat(range.lower() % spacing).isZero();
        assertThat(range.upper() % spacing).isZero();
        if (style == RangeStyle.FULL && Math.abs(priceBits) < 100) {
            assertThat(range.contains(pool.state().tick())).isTrue();
        }
    }

    private static SimulatedConcentratedPool poolAtPowerOfTwo(int bits, int spacing) {
        SimulatedConcentratedPool pool =
                new SimulatedConcentratedPool(PoolTerms.v3("0x" + "d".repeat(40), TestPools.TOKENS, 3000, spacing));
        BlockBuilder block = TestPools.block();
        BigInteger power = BigInteger.ONE.shiftLeft(Math.abs(bits));
        pool.create(block, bits < 0 ? new RawRatio(BigInteger.ONE, power) : new RawRatio(power, BigInteger.ONE));
        return pool;
    }
}
