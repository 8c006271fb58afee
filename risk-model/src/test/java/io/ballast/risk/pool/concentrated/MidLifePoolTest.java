/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.TestPool.big;
import static io.ballast.risk.pool.concentrated.TestPool.slot;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pool that lived before we saw it: the real one beside the one that is followed from some point on. */
class MidLifePoolTest {

    private static final BigInteger LIQUIDITY = BigInteger.TEN.pow(18);
    private static final BigInteger AMOUNT = BigInteger.TEN.pow(15);
    private static final SlotKey OLD_WIDE = slot(-6000, 6000);
    private static final SlotKey OLD_NARROW = slot(-120, 120);
    private static final SlotKey NEW = slot(-600, 600);

    private final ConcentratedPool real = TestPool.at(3000, FixedPoint.Q96);
    private final ConcentratedPool followed = new ConcentratedPool(3000, 60, new Journal());

    @BeforeEach
    void live() {
        real.mint(OLD_WIDE, LIQUIDITY);
        real.mint(OLD_NARROW, LIQUIDITY);
        TestPool.swapExactIn(real, true, big(1000));
    }

    @Test
    void theFirstSwapGivesPriceAndLiquidity_andEstimatesItsFees() {
        assertThat(followed.replaySwap(TestPool.swapExactIn(real, true, AMOUNT)))
                .isFalse();
        ConcentratedState state = followed.state();
        assertThat(state.sqrtPriceX96()).isEqualTo(real.state().sqrtPriceX96());
        assertThat(state.tick()).isEqualTo(real.state().tick());
        assertThat(state.liquidity()).isEqualTo(real.state().liquidity());
        assertThat(state.followedFromStart()).isFalse();
        assertThat(state.feesExact()).isFalse();
        assertThat(state.swapsNotReplayed()).isEqualTo(1);
        // 0.3 % of the input over the liquidity in range
        assertThat(state.feeGrowthGlobal0X128())
                .isEqualTo(
                        big(3).multiply(BigInteger.TEN.pow(12)).shiftLeft(128).divide(state.liquidity()));
        assertThat(state.feeGrowthGlobal1X128()).isZero();
    }

    @Test
    void fromThereOnSwapsAreExact_andSoAreFeesOfWhatIsMintedLater() {
        followed.replaySwap(TestPool.swapExactIn(real, true, big(1000)));
        assertThat(followed.mint(NEW, LIQUIDITY)).isEqualTo(real.mint(NEW, LIQUIDITY));
        for (int i = 0; i < 4; i++) {
            assertThat(followed.replaySwap(TestPool.swapExactIn(real, i % 2 == 0, AMOUNT)))
                    .isTrue();
        }
        assertThat(followed.owed(NEW)).isEqualTo(real.owed(NEW));
        assertThat(followed.owed(NEW).hasZero()).isFalse();
        assertThat(followed.principal(NEW.tickLower(), NEW.tickUpper(), LIQUIDITY))
                .isEqualTo(real.principal(NEW.tickLower(), NEW.tickUpper(), LIQUIDITY));
        assertThat(followed.state().swapsNotReplayed()).isEqualTo(1);
    }

    @Test
    void crossingATickWeNeverSawIsNoticed() {
        followed.replaySwap(TestPool.swapExactIn(real, true, big(1000)));
        SwapResult far = TestPool.swapExactIn(real, true, BigInteger.TEN.pow(17));
        assertThat(far.tick()).isLessThan(OLD_NARROW.tickLower());
        assertThat(followed.replaySwap(far)).isFalse();
        assertThat(followed.state().liquidity()).isEqualTo(real.state().liquidity());
        assertThat(followed.state().swapsNotReplayed()).isEqualTo(2);
    }

    /** Into liquidity we never saw and out again: price, tick and liquidity at the end fit, the amounts do not. */
    @Test
    void enteringAndLeavingARangeWeNeverSawIsNoticed() {
        ConcentratedPool missedOne = TestPool.at(3000, FixedPoint.Q96);
        missedOne.mint(OLD_WIDE, LIQUIDITY);
        missedOne.mint(OLD_NARROW, LIQUIDITY);
        TestPool.swapExactIn(missedOne, true, big(1000));
        assertThat(missedOne.state()).isEqualTo(real.state());
        real.mint(slot(-600, -300), LIQUIDITY);
        SwapResult far = TestPool.swapExactIn(real, true, BigInteger.TEN.pow(17));
        assertThat(far.tick()).isLessThan(-600);
        assertThat(far.liquidity()).isEqualTo(LIQUIDITY);
        assertThat(missedOne.replaySwap(far)).isFalse();
    }

    @Test
    void knownTicksAreCrossedByEstimatesToo() {
        followed.replaySwap(TestPool.swapExactIn(real, true, big(1000)));
        followed.mint(slot(-60, 60), LIQUIDITY);
        real.mint(slot(-60, 60), LIQUIDITY);
        assertThat(followed.replaySwap(TestPool.swapExactIn(real, true, AMOUNT)))
                .isTrue();
        TokenAmounts owedInRange = followed.owed(slot(-60, 60));
        followed.replaySwap(TestPool.swapExactIn(real, true, BigInteger.TEN.pow(17)));
        assertThat(followed.state().feesExact()).isFalse();
        // The fees of a swap that is known by its end only go to the range where it ended.
        assertThat(followed.owed(slot(-60, 60))).isEqualTo(owedInRange);
    }

    @Test
    void aMintBeforeAnyPriceHasNoAmounts_andCountsOnceThereIsOne() {
        assertThat(followed.mint(NEW, LIQUIDITY)).isEmpty();
        real.mint(NEW, LIQUIDITY);
        assertThat(followed.owed(NEW)).isEqualTo(TokenAmounts.ZERO);
        followed.replaySwap(TestPool.swapExactIn(real, true, big(1000)));
        assertThat(followed.state().liquidity()).isEqualTo(real.state().liquidity());
        assertThat(followed.replaySwap(TestPool.swapExactIn(real, true, AMOUNT)))
                .isTrue();
        assertThat(followed.burn(NEW, LIQUIDITY)).isEqualTo(real.burn(NEW, LIQUIDITY));
    }

    @Test
    void burningAndCollectingMoreThanWeKnowIsNoError() {
        assertThat(followed.burn(OLD_WIDE, BigInteger.ONE)).isEmpty();
        followed.collect(OLD_WIDE, big(5), big(5));
        followed.replaySwap(TestPool.swapExactIn(real, true, big(1000)));
        followed.mint(OLD_NARROW, big(10));
        real.mint(OLD_NARROW, big(10));
        BigInteger all = LIQUIDITY.add(big(10));
        assertThat(followed.burn(OLD_NARROW, all)).isEqualTo(real.burn(OLD_NARROW, all));
        assertThat(followed.state().liquidity()).isEqualTo(real.state().liquidity());
        assertThat(followed.slots().get(OLD_NARROW).liquidity()).isZero();
        assertThat(followed.ticks().view()).isEmpty();
        BigInteger credited = followed.slots().get(OLD_NARROW).tokensOwed0();
        followed.collect(OLD_NARROW, credited.add(BigInteger.ONE), BigInteger.ZERO);
        assertThat(followed.slots().get(OLD_NARROW).tokensOwed0()).isZero();
    }

    @Test
    void aFlashBeforeLiquidityIsKnownIsCountedAsNotReplayed() {
        followed.flash(big(5), big(5));
        assertThat(followed.state().feesExact()).isFalse();
        assertThat(followed.state().feeGrowthGlobal()).isEqualTo(FeeGrowth.ZERO);
    }

    @Test
    void anInitializeThatComesLateDoesNotMakeItFollowedFromTheStart() {
        followed.mint(NEW, LIQUIDITY);
        followed.initialize(FixedPoint.Q96, 0);
        assertThat(followed.state().followedFromStart()).isFalse();
        assertThat(followed.state().liquidity()).isEqualTo(LIQUIDITY);
    }
}
