/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Journal;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The short way through a swap against the general walk: the same answer and the same state, to the unit. */
class UncrossedSwapPropertyTest {

    private static final int POSITIONS = 4;
    private static final int SWAPS = 12;

    /** The same pool twice, one of them told to walk. */
    private static final class Twins {
        final Random random;
        final RandomMarket market;
        final ConcentratedPool shortcut;
        final ConcentratedPool walker;

        Twins(Random random) {
            this.random = random;
            market = new RandomMarket(random);
            shortcut = twin();
            walker = twin();
            int last = TickMath.MAX_TICK / market.tickSpacing * market.tickSpacing;
            mint(TestPool.slot(-last, last), market.liquidity()); // or swaps run for ever through empty words
            for (int i = 0; i < POSITIONS; i++) {
                mint(market.range(), market.liquidity());
            }
        }

        private ConcentratedPool twin() {
            return TestPool.at(market.feePips, market.tickSpacing, market.firstSqrtPriceX96, new Journal());
        }

        void mint(SlotKey range, BigInteger liquidity) {
            market.pool.mint(range, liquidity);
            shortcut.mint(range, liquidity);
            walker.mint(range, liquidity);
        }

        void setFeeProtocol(int feeProtocol0, int feeProtocol1) {
            market.pool.setFeeProtocol(feeProtocol0, feeProtocol1);
            shortcut.setFeeProtocol(feeProtocol0, feeProtocol1);
            walker.setFeeProtocol(feeProtocol0, feeProtocol1);
        }

        void replay(SwapResult log) {
            boolean walked = walker.walkSwap(log);
            assertThat(shortcut.replaySwap(log)).as("replay of %s", log).isEqualTo(walked);
            assertThat(shortcut.state()).as("state after %s", log).isEqualTo(walker.state());
            assertThat(shortcut.ticks().view()).isEqualTo(walker.ticks().view());
        }

        /** A swap so small against the pool that it hardly ever crosses: exact input, exact output, or up to a limit. */
        SwapResult smallSwap() {
            ConcentratedState state = market.pool.state();
            boolean zeroForOne = random.nextBoolean();
            BigInteger price = state.sqrtPriceX96();
            BigInteger limit = zeroForOne ? TestPool.MIN_LIMIT : TestPool.MAX_LIMIT;
            if (random.nextInt(3) > 0) {
                BigInteger step = price.shiftRight(8 + random.nextInt(40)).add(BigInteger.ONE);
                limit = zeroForOne
                        ? price.subtract(step).max(limit)
                        : price.add(step).min(limit);
            }
            BigInteger size = random.nextInt(6) == 0
                    ? BigInteger.ONE
                    : market.amount(Math.max(1, state.liquidity().bitLength() - 10));
            if (zeroForOne ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0) {
                return market.swap(); // at the end of all prices
            }
            return market.pool.swap(zeroForOne, random.nextBoolean() ? size : size.negate(), limit);
        }
    }

    @Property(tries = 400)
    void givesWhatTheWalkGives(@ForAll Random random) {
        Twins twins = new Twins(random);
        for (int i = 0; i < SWAPS; i++) {
            if (random.nextInt(4) == 0) {
                twins.setFeeProtocol(random.nextBoolean() ? 0 : 4 + random.nextInt(7), random.nextBoolean() ? 0 : 4);
            }
            if (random.nextInt(6) == 0) {
                twins.mint(twins.market.range(), twins.market.liquidity());
            }
            twins.replay(random.nextInt(12) == 0 ? twins.market.swap() : twins.smallSwap());
        }
    }

    /** Logs with one number changed by a unit or a bit: most are impossible, some by chance are not. */
    @Property(tries = 400)
    void agreesWithTheWalkOnLogsThatAreSlightlyWrong(@ForAll Random random) {
        Twins twins = new Twins(random);
        for (int i = 0; i < SWAPS; i++) {
            SwapResult log = twins.smallSwap();
            SwapResult wrong = nearly(log, random);
            if (wrong == null) {
                continue;
            }
            ConcentratedState before = twins.walker.state();
            twins.replay(wrong);
            twins.shortcut.stateTable().restore(ConcentratedPool.STATE_KEY, before);
            twins.walker.stateTable().restore(ConcentratedPool.STATE_KEY, before);
            twins.market.pool.stateTable().restore(ConcentratedPool.STATE_KEY, before);
        }
    }

    /** Null: the change makes it something that is refused as a log. */
    private static SwapResult nearly(SwapResult log, Random random) {
        BigInteger change = BigInteger.ONE.shiftLeft(random.nextInt(3) * random.nextInt(20));
        BigInteger signed = random.nextBoolean() ? change : change.negate();
        int which = random.nextInt(5);
        try {
            return new SwapResult(
                    which == 0 ? log.amount0().add(signed) : log.amount0(),
                    which == 1 ? log.amount1().add(signed) : log.amount1(),
                    which == 2 ? log.sqrtPriceX96().add(signed) : log.sqrtPriceX96(),
                    which == 3 ? log.liquidity().add(signed) : log.liquidity(),
                    which == 4 ? log.tick() + signed.signum() : log.tick());
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }
}
