/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.producers.simulator.TestPools;
import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.SimulatedPair;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.constantproduct.ConstantProductMath;
import io.ballast.schema.PriceTick;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Prices here are token1 per token0: WETH per dollar. */
class ArbitrageurPropertyTest {

    private static final double V2_FEE = 0.003;

    @Property(tries = 200)
    void aConcentratedPoolComesToTheNearerEndOfItsFeeBand(@ForAll @DoubleRange(min = 300, max = 30_000) double ethUsd) {
        SimulatedConcentratedPool pool = TestPools.pool(500, 10);
        double cents = Math.rint(ethUsd * 100) / 100;
        double before = price(pool);
        double market = 1 / cents;

        new Arbitrageur(TestPools.ethAt(cents)).align(TestPools.block(), pool);

        double lowest = market * (1 - 0.0005);
        double highest = market / (1 - 0.0005);
        double expected = Math.max(lowest, Math.min(highest, before));
        assertThat(price(pool)).isCloseTo(expected, within(expected * 1e-12));
    }

    @Property(tries = 50)
    void insideItsFeeBandAPoolIsLeftAlone(@ForAll @DoubleRange(min = 2998.6, max = 3001.4) double ethUsd) {
        SimulatedConcentratedPool pool = TestPools.pool(500, 10);
        SimulatedPair pair = TestPools.pair();
        BlockBuilder block = TestPools.block();

        new Arbitrageur(TestPools.ethAt(ethUsd)).align(block, pool);
        new Arbitrageur(TestPools.ethAt(ethUsd)).align(block, pair);

        assertThat(block.build().records()).isEmpty();
    }

    @Property(tries = 200)
    void aPairIsLeftWhereNothingIsToBeEarned(@ForAll @DoubleRange(min = 300, max = 30_000) double ethUsd) {
        SimulatedPair pair = TestPools.pair();
        Arbitrageur arbitrageur = new Arbitrageur(TestPools.ethAt(ethUsd));

        arbitrageur.align(TestPools.block(), pair);

        double price = price(pair);
        double market = 1 / ethUsd;
        assertThat(price).isBetween(market * (1 - V2_FEE) * (1 - 1e-9), market / (1 - V2_FEE) * (1 + 1e-9));
        BlockBuilder again = TestPools.block();
        arbitrageur.align(again, pair);
        assertThat(again.build().records()).isEmpty();
    }

    @Property(tries = 200)
    void noOtherSwapOfThePairEarnsMore(
            @ForAll @DoubleRange(min = 2000, max = 4500) double ethUsd,
            @ForAll @DoubleRange(min = 0.3, max = 3) double factor) {
        SimulatedPair pair = TestPools.pair();
        TokenAmounts reserves = pair.reserves();
        BlockBuilder block = TestPools.block();
        new Arbitrageur(TestPools.ethAt(ethUsd)).align(block, pair);
        Assume.that(!block.build().records().isEmpty());
        PriceTick sync = (PriceTick) block.build().records().get(0).value();
        BigInteger amount0 = new BigInteger(sync.getAmount0Raw());
        BigInteger amount1 = new BigInteger(sync.getAmount1Raw());
        boolean zeroForOne = amount0.signum() > 0;
        BigInteger in = zeroForOne ? amount0 : amount1;
        BigInteger other =
                BigInteger.valueOf((long) (in.doubleValue() * factor)).max(BigInteger.ONE);

        double best = profitUsd(reserves, zeroForOne, in, ethUsd);
        assertThat(best).isPositive();
        assertThat(profitUsd(reserves, zeroForOne, other, ethUsd)).isLessThanOrEqualTo(best + 1e-5);
    }

    private static double profitUsd(TokenAmounts reserves, boolean zeroForOne, BigInteger in, double ethUsd) {
        BigInteger reserveIn = zeroForOne ? reserves.amount0() : reserves.amount1();
        BigInteger reserveOut = zeroForOne ? reserves.amount1() : reserves.amount0();
        BigInteger out = ConstantProductMath.getAmountOut(in, reserveIn, reserveOut, 30);
        double usdPerUsdcUnit = 1e-6;
        double usdPerWei = ethUsd * 1e-18;
        return zeroForOne
                ? out.doubleValue() * usdPerWei - in.doubleValue() * usdPerUsdcUnit
                : out.doubleValue() * usdPerUsdcUnit - in.doubleValue() * usdPerWei;
    }

    private static double price(SimulatedConcentratedPool pool) {
        return SqrtPrice.priceToken1PerToken0(pool.state().sqrtPriceX96(), 6, 18);
    }

    private static double price(SimulatedPair pair) {
        TokenAmounts reserves = pair.reserves();
        return reserves.amount1().doubleValue() / 1e18 / (reserves.amount0().doubleValue() / 1e6);
    }
}
