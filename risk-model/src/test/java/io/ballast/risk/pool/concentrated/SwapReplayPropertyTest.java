/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.SolidityTypes.wrap;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Journal;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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
    void aSwapByOtherRulesIsReplayedToTheUnitToo(
            @ForAll Random random, @ForAll("othersThanUniswapV3") SwapRules rules) {
        RandomMarket market = new RandomMarket(random, rules);
        ConcentratedPool follower = market.follower();
        for (int i = 0; i < POSITIONS; i++) {
            SlotKey range = market.range();
            BigInteger liquidity = market.liquidity();
            market.pool.mint(range, liquidity);
            follower.mint(range, liquidity);
        }
        if (rules == SwapRules.UNISWAP_V4) {
            int most = Math.min(1000, market.feePips);
            market.pool.setFeeProtocol(most, most / 2);
            follower.setFeeProtocol(most, most / 2);
        }
        for (int i = 0; i < SWAPS; i++) {
            ConcentratedState before = market.pool.state();
            SwapResult log = market.swap();
            LoggedFee fee = fee(market, before, log, rules);
            assertThat(follower.replaySwap(
                            log.amount0(), log.amount1(), log.sqrtPriceX96(), log.liquidity(), log.tick(), fee))
                    .as("exact replay of %s", log)
                    .isTrue();
            assertThat(follower.state()).isEqualTo(market.pool.state().told(fee));
            assertThat(follower.ticks().view()).isEqualTo(market.pool.ticks().view());
        }
    }

    @Provide
    Arbitrary<SwapRules> othersThanUniswapV3() {
        return Arbitraries.of(SwapRules.PANCAKE_V3, SwapRules.SLIPSTREAM, SwapRules.UNISWAP_V4);
    }

    /** What such a contract's log says: PancakeSwap's the protocol's share, the others' the rate. */
    private static LoggedFee fee(RandomMarket market, ConcentratedState before, SwapResult log, SwapRules rules) {
        if (rules != SwapRules.PANCAKE_V3) {
            return new LoggedFee(market.feePips, null);
        }
        ConcentratedState after = market.pool.state();
        boolean zeroForOne = log.zeroForOne(before.sqrtPriceX96());
        return new LoggedFee(null, wrap(after.protocolFees(zeroForOne).subtract(before.protocolFees(zeroForOne)), 128));
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
