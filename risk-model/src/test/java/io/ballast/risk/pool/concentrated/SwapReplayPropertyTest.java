/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Journal;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SwapReplayPropertyTest {

    private static final int POSITIONS = 6;
    private static final int SWAPS = 8;
    private static final BigInteger MORE_THAN_ANY_POOL_GIVES = BigInteger.TWO.pow(200);

    @Property(tries = 500)
    void replayingAForwardSwapGivesTheSamePoolToTheUnit(@ForAll Random random) {
        RandomMarket market = new RandomMarket(random);
        ConcentratedPool follower =
                TestPool.at(market.feePips, market.tickSpacing, market.firstSqrtPriceX96, new Journal());
        for (int i = 0; i < POSITIONS; i++) {
            SlotKey range = market.range();
            BigInteger liquidity = market.liquidity();
            market.pool.mint(range, liquidity);
            follower.mint(range, liquidity);
        }
        market.pool.setFeeProtocol(5, 0);
        follower.setFeeProtocol(5, 0);
        for (int i = 0; i < SWAPS; i++) {
            SwapResult log = market.swap();
            assertThat(follower.replaySwap(log)).as("exact replay of %s", log).isTrue();
            assertThat(follower.state()).isEqualTo(market.pool.state());
            assertThat(follower.ticks().view()).isEqualTo(market.pool.ticks().view());
        }
    }

    @Property(tries = 300)
    void aLogThatTheContractCouldNotHaveMadeIsNotExact(@ForAll Random random) {
        RandomMarket market = new RandomMarket(random);
        market.mint();
        ConcentratedPool follower =
                TestPool.at(market.feePips, market.tickSpacing, market.firstSqrtPriceX96, new Journal());
        market.pool.slots().view().forEach((range, slot) -> follower.mint(range, slot.liquidity()));
        SwapResult log = market.swap();
        boolean zeroForOne = log.zeroForOne(market.firstSqrtPriceX96);
        SwapResult tooMuchOut = new SwapResult(
                zeroForOne ? log.amount0() : MORE_THAN_ANY_POOL_GIVES.negate(),
                zeroForOne ? MORE_THAN_ANY_POOL_GIVES.negate() : log.amount1(),
                log.sqrtPriceX96(),
                log.liquidity(),
                log.tick());
        assertThat(follower.replaySwap(tooMuchOut)).isFalse();
        assertThat(follower.state().feesExact()).isFalse();
        assertThat(follower.state().sqrtPriceX96()).isEqualTo(log.sqrtPriceX96());
        assertThat(follower.state().tick()).isEqualTo(log.tick());
        assertThat(follower.state().liquidity()).isEqualTo(log.liquidity());
    }

    @Property(tries = 300)
    void liquidityInRangeIsTheSumOfTheRangesThatHoldTheTick(@ForAll Random random) {
        RandomMarket market = new RandomMarket(random);
        for (int i = 0; i < POSITIONS; i++) {
            market.mint();
            market.swap();
        }
        int tick = market.pool.state().tick();
        BigInteger inRange = market.pool.slots().view().entrySet().stream()
                .filter(slot -> slot.getKey().tickLower() <= tick
                        && tick < slot.getKey().tickUpper())
                .map(slot -> slot.getValue().liquidity())
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(market.pool.state().liquidity()).isEqualTo(inRange);
    }
}
