/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.TestPool.big;
import static io.ballast.risk.pool.concentrated.TestPool.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ConcentratedPoolTest {

    private static final BigInteger ONE_TOKEN = BigInteger.TEN.pow(18);
    private static final BigInteger PARITY = FixedPoint.Q96;

    @Test
    void isFollowedFromTheStart_whenInitializeComesFirst() {
        ConcentratedPool pool = TestPool.at(3000, PARITY);
        assertThat(pool.state().followedFromStart()).isTrue();
        assertThat(pool.state().feesExact()).isTrue();
        assertThat(pool.state().tick()).isZero();
    }

    @Test
    void hasNoPriceBeforeInitialize() {
        ConcentratedPool pool = new ConcentratedPool(3000, 60, new Journal());
        assertThat(pool.state().hasPrice()).isFalse();
        assertThat(pool.stateTable().view()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> pool.principal(-60, 60, ONE_TOKEN));
        assertThatIllegalStateException().isThrownBy(() -> TestPool.swapExactIn(pool, true, ONE_TOKEN));
    }

    @Test
    void lowestAndHighestTickHoldLiquidityOfAnyPrice() {
        for (BigInteger price : new BigInteger[] {
            TickMath.MIN_SQRT_PRICE_X96, PARITY, TickMath.MAX_SQRT_PRICE_X96.subtract(BigInteger.ONE)
        }) {
            ConcentratedPool pool = TestPool.at(100, price);
            SlotKey widest = slot(TickMath.MIN_TICK, TickMath.MAX_TICK);
            TokenAmounts paid = pool.mint(widest, ONE_TOKEN).orElseThrow();
            TokenAmounts back = pool.principal(TickMath.MIN_TICK, TickMath.MAX_TICK, ONE_TOKEN);
            assertThat(pool.state().liquidity()).isEqualTo(ONE_TOKEN);
            assertThat(paid.amount0().subtract(back.amount0())).isBetween(BigInteger.ZERO, BigInteger.ONE);
            assertThat(paid.amount1().subtract(back.amount1())).isBetween(BigInteger.ZERO, BigInteger.ONE);
        }
    }

    /** Prices of 1e-18 and 1e18: sqrt prices of 1e-9 and 1e9, worth 1e27 and 1e9 raw units of a liquidity of 1e18. */
    @Test
    void amountsAreRightAtPricesAsFarApartAsTokensAre() {
        ConcentratedPool low = TestPool.at(3000, SqrtPrice.encode(BigInteger.ONE, ONE_TOKEN));
        ConcentratedPool high = TestPool.at(3000, SqrtPrice.encode(ONE_TOKEN, BigInteger.ONE));
        TokenAmounts atLow = low.mint(slot(-887220, 887220), ONE_TOKEN).orElseThrow();
        TokenAmounts atHigh = high.mint(slot(-887220, 887220), ONE_TOKEN).orElseThrow();
        assertThat(atLow.amount0().doubleValue() / 1e27).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(atLow.amount1().doubleValue() / 1e9).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(atHigh.amount0().doubleValue() / 1e9).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(atHigh.amount1().doubleValue() / 1e27).isBetween(1 - 1e-9, 1 + 1e-9);
    }

    /** Source of the figures: v3-core {@code Tick.spec.ts}. */
    @Test
    void aTickTakesAsMuchLiquidityAsTheContractAllows() {
        assertThat(TickTable.maxLiquidityPerTick(10)).isEqualTo(new BigInteger("1917569901783203986719870431555990"));
        assertThat(TickTable.maxLiquidityPerTick(60)).isEqualTo(new BigInteger("11505743598341114571880798222544994"));
        assertThat(TickTable.maxLiquidityPerTick(200)).isEqualTo(new BigInteger("38350317471085141830651933667504588"));
        assertThat(TickTable.maxLiquidityPerTick(887272))
                .isEqualTo(BigInteger.TWO.pow(128).subtract(BigInteger.ONE).divide(big(3)));
    }

    @Test
    void nestedRangesReachLiquidityNearTheTypesBound() {
        ConcentratedPool pool = TestPool.at(3000, 16383, PARITY, new Journal());
        BigInteger most = TickTable.maxLiquidityPerTick(16383);
        for (int i = 1; i <= 54; i++) {
            pool.mint(slot(-16383 * i, 16383 * i), most);
        }
        assertThat(pool.state().liquidity().bitLength()).isEqualTo(127);
        SwapResult swap = TestPool.swapExactIn(pool, true, BigInteger.TWO.pow(120));
        assertThat(swap.amount1().negate()).isLessThan(BigInteger.TWO.pow(120));
    }

    @Test
    void swapsCrossAGapWithoutLiquidity() {
        ConcentratedPool pool = TestPool.at(3000, PARITY);
        pool.mint(slot(-120, -60), ONE_TOKEN);
        SwapResult swap = TestPool.swapExactIn(pool, true, big(1000));
        assertThat(swap.amount0()).isEqualTo(big(1000));
        assertThat(swap.tick()).isBetween(-120, -61);
        assertThat(swap.liquidity()).isEqualTo(ONE_TOKEN);
    }

    @Test
    void anEmptyPoolMovesToTheLimitForNothing() {
        ConcentratedPool pool = TestPool.at(3000, PARITY);
        SwapResult swap = pool.swap(true, ONE_TOKEN, TestPool.MIN_LIMIT);
        assertThat(swap.amount0()).isZero();
        assertThat(swap.amount1()).isZero();
        assertThat(swap.sqrtPriceX96()).isEqualTo(TestPool.MIN_LIMIT);
        assertThat(swap.tick()).isEqualTo(TickMath.MIN_TICK);
    }

    @Test
    void ticksThatNobodyUsesAnyMoreAreForgotten_slotsAreNot() {
        ConcentratedPool pool = TestPool.at(3000, PARITY);
        pool.mint(slot(-60, 60), ONE_TOKEN);
        pool.mint(slot(-60, 120), ONE_TOKEN);
        pool.burn(slot(-60, 60), ONE_TOKEN);
        assertThat(pool.ticks().view()).containsOnlyKeys(-60, 120);
        assertThat(pool.slots().view()).containsOnlyKeys(slot(-60, 60), slot(-60, 120));
        assertThat(pool.state().liquidity()).isEqualTo(ONE_TOKEN);
    }

    /** v3-core: a flash fee is shared like a swap's, the protocol's part first. 1/4 of 400 leaves 300 for 100 liquidity. */
    @Test
    void aFlashRaisesFeeGrowthLessTheProtocolsShare() {
        ConcentratedPool pool = TestPool.at(3000, PARITY);
        pool.mint(slot(-60, 60), big(100));
        pool.setFeeProtocol(4, 0);
        pool.flash(big(400), big(50));
        assertThat(pool.state().protocolFees0()).isEqualTo(big(100));
        assertThat(pool.state().protocolFees1()).isZero();
        assertThat(pool.state().feeGrowthGlobal())
                .isEqualTo(new FeeGrowth(FixedPoint.Q128.multiply(big(3)), FixedPoint.Q128.shiftRight(1)));
        assertThat(pool.owed(slot(-60, 60))).isEqualTo(new TokenAmounts(big(300), big(50)));
        pool.collectProtocol(big(99), BigInteger.ZERO);
        assertThat(pool.state().protocolFees0()).isEqualTo(BigInteger.ONE);
    }

    @Test
    void aPokeCreditsFeesToDateOnce() {
        ConcentratedPool pool = TestPool.at(3000, PARITY);
        SlotKey slot = slot(-60, 60);
        pool.mint(slot, big(100));
        pool.flash(big(400), BigInteger.ZERO);
        TokenAmounts owed = pool.owed(slot);
        for (int i = 0; i < 2; i++) {
            assertThat(pool.burn(slot, BigInteger.ZERO)).contains(TokenAmounts.ZERO);
            assertThat(pool.owed(slot)).isEqualTo(owed);
            assertThat(pool.slots().get(slot).tokensOwed()).isEqualTo(owed);
        }
        pool.collect(slot, owed.amount0(), owed.amount1());
        assertThat(pool.owed(slot)).isEqualTo(TokenAmounts.ZERO);
    }

    /** v3-core {@code Position.update}: what is owed has 128 bits and loses what does not fit. */
    @Test
    void whatIsOwedWrapsAtTwoToThe128() {
        ConcentratedPool pool = TestPool.at(3000, PARITY);
        SlotKey slot = slot(-60, 60);
        pool.mint(slot, BigInteger.ONE);
        BigInteger half = BigInteger.TWO.pow(127);
        pool.flash(half, half);
        pool.burn(slot, BigInteger.ZERO);
        pool.flash(half.add(big(5)), half.subtract(BigInteger.ONE));
        assertThat(pool.owed(slot))
                .isEqualTo(new TokenAmounts(big(5), BigInteger.TWO.pow(128).subtract(BigInteger.ONE)));
    }

    @Test
    void aSlotNeverTouchedIsOwedNothing() {
        assertThat(TestPool.at(3000, PARITY).owed(slot(-60, 60))).isEqualTo(TokenAmounts.ZERO);
    }
}
