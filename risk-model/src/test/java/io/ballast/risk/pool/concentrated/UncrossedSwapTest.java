/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Journal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which swaps go the short way: those of a usual pool do, those that touch a stop do not. */
class UncrossedSwapTest {

    private static final int FEE_PIPS = 500;
    private static final int SPACING = 10;
    /** 1 token0 of 6 decimals for about 1/1800 token1 of 18. */
    private static final int TICK = 201_234;

    private final ConcentratedPool market = TestPool.at(FEE_PIPS, TickMath.sqrtPriceX96AtTick(TICK));
    private final TickTable ticks = new TickTable(SPACING, new Journal());
    private final UncrossedSwap uncrossed = new UncrossedSwap(FEE_PIPS, ticks, new TickPrices());

    @BeforeEach
    void mint() {
        SlotKey range = TestPool.slot(TICK / SPACING * SPACING - 500, TICK / SPACING * SPACING + 500);
        BigInteger liquidity = BigInteger.TEN.pow(19);
        market.mint(range, liquidity);
        ticks.add(range, liquidity, market.state());
    }

    @Test
    void usualSwapsGoTheShortWay() {
        Random random = new Random(7);
        int known = 0;
        int swaps = 500;
        for (int i = 0; i < swaps; i++) {
            ConcentratedState before = market.state();
            boolean zeroForOne = random.nextBoolean();
            BigInteger usd = BigInteger.valueOf(1 + random.nextInt(2_000_000_000));
            BigInteger ether = new BigInteger(60, random).add(BigInteger.ONE);
            BigInteger size =
                    switch (random.nextInt(2)) {
                        case 0 -> zeroForOne ? usd : ether;
                        default -> zeroForOne ? ether.negate() : usd.negate();
                    };
            SwapResult log = market.swap(zeroForOne, size, zeroForOne ? TestPool.MIN_LIMIT : TestPool.MAX_LIMIT);
            ConcentratedState after = replay(before, log);
            if (after != null) {
                known++;
                assertThat(after).isEqualTo(market.state());
            }
        }
        assertThat(known).isGreaterThan(swaps * 95 / 100);
    }

    @Test
    void aSwapThatEndsOnAStopOrBeyondGoesTheLongWay() {
        ConcentratedState before = market.state();
        int edge = TICK / SPACING / 256 * 256 * SPACING;
        SwapResult ontoWordEdge = market.swap(
                true,
                BigInteger.TEN.pow(30),
                TickMath.sqrtPriceX96AtTick(Math.max(edge, TICK / SPACING * SPACING - 500)));
        assertThat(replay(before, ontoWordEdge)).isNull();
    }

    @Test
    void aSwapThatDoesNotMoveThePriceGoesTheLongWay() {
        ConcentratedState before = market.state();
        SwapResult dust = TestPool.swapExactIn(market, false, BigInteger.ONE);
        assertThat(dust.sqrtPriceX96()).isEqualTo(before.sqrtPriceX96());
        assertThat(replay(before, dust)).isNull();
    }

    private ConcentratedState replay(ConcentratedState before, SwapResult log) {
        return uncrossed.replay(before, log.amount0(), log.amount1(), log.sqrtPriceX96(), log.liquidity(), log.tick());
    }
}
