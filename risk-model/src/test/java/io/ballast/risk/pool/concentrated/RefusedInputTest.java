/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.TestPool.big;
import static io.ballast.risk.pool.concentrated.TestPool.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ballast.risk.journal.Journal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a followed pool cannot have said. Each refusal names the value and the rule, and can be rolled back. */
class RefusedInputTest {

    private static final BigInteger TWO_TO_128 = BigInteger.TWO.pow(128);

    private final Journal journal = new Journal();
    private final ConcentratedPool pool = TestPool.at(3000, 60, FixedPoint.Q96, journal);
    private final SlotKey held = slot(-120, 120);

    @BeforeEach
    void holdSomething() {
        pool.mint(held, big(1000));
        journal.cut();
    }

    @Test
    void rangesThatAreNone() {
        refused(() -> slot(60, 60), "tickLower 60 must be below tickUpper 60");
        refused(() -> slot(120, 60), "tickLower 120 must be below tickUpper 60");
        refused(() -> slot(-887280, 60), "tickLower -887280 is outside");
        refused(() -> slot(60, 887280), "tickUpper 887280 is outside");
        refused(() -> pool.mint(slot(-61, 60), big(1)), "tickLower -61 is not a multiple of the spacing 60");
        refused(() -> pool.burn(slot(-60, 61), big(1)), "tickUpper 61 is not a multiple of the spacing 60");
        refused(() -> pool.collect(slot(-60, 61), big(1), big(1)), "tickUpper 61");
    }

    @Test
    void liquidityThatDoesNotFit() {
        refused(() -> pool.mint(held, BigInteger.ZERO), "liquidity 0");
        refused(() -> pool.mint(held, big(-1)), "liquidity -1 is not a uint128");
        refused(() -> pool.mint(held, TWO_TO_128), "is not a uint128");
        refused(() -> pool.burn(held, big(-1)), "liquidity -1 is not a uint128");
        refused(
                () -> pool.mint(held, new BigInteger("11505743598341114571880798222544994")),
                "is more than a tick may have at spacing 60: 11505743598341114571880798222544994");
    }

    @Test
    void moreThanThereIs() {
        refused(() -> pool.burn(held, big(1001)), "burn of liquidity 1001");
        refused(() -> pool.burn(slot(-60, 60), big(1)), "which has 0");
        refused(() -> pool.burn(slot(-60, 60), BigInteger.ZERO), "NP: poke");
        refused(() -> pool.collect(held, big(1), BigInteger.ZERO), "1 taken from tokensOwed0");
        refused(() -> pool.collect(held, BigInteger.ZERO, big(7)), "7 taken from tokensOwed1");
        refused(() -> pool.collectProtocol(big(1), BigInteger.ZERO), "1 taken from protocolFees0");
    }

    @Test
    void amountsOutsideTheirTypes() {
        refused(() -> pool.collect(held, big(-1), BigInteger.ZERO), "amount0 -1 is not a uint128");
        refused(() -> pool.flash(big(-1), BigInteger.ZERO), "paid0 -1 is not a uint256");
        refused(() -> pool.collectProtocol(BigInteger.ZERO, TWO_TO_128), "is not a uint128");
        refused(() -> pool.setFeeProtocol(3, 0), "feeProtocol0 3 is none that UNISWAP_V3 has");
        refused(() -> pool.setFeeProtocol(0, 11), "feeProtocol1 11 is none that UNISWAP_V3 has");
        BigInteger tooMuch = BigInteger.TWO.pow(255);
        refused(() -> pool.replaySwap(tooMuch, big(-1), FixedPoint.Q96, big(1), 0), "is not an int256");
        refused(() -> pool.replaySwap(big(1), big(-1), FixedPoint.Q96, TWO_TO_128, 0), "is not a uint128");
    }

    /** No contract lets a swap come there; walking on from the lowest tick would lead to it again and again. */
    @Test
    void aSwapToTheLowestPriceOfAllWithInputLeft() {
        boolean exact = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> pool.replaySwap(
                        BigInteger.TWO.pow(200),
                        big(-1),
                        TickMath.MIN_SQRT_PRICE_X96,
                        BigInteger.ZERO,
                        TickMath.MIN_TICK));

        assertThat(exact).isFalse();
        assertThat(pool.state().feesExact()).isFalse();
    }

    @Test
    void swapsThatNoPoolMakes() {
        refused(() -> pool.replaySwap(big(1), big(1), FixedPoint.Q96, big(1), 0), "have one sign");
        refused(() -> pool.replaySwap(big(-1), big(-1), FixedPoint.Q96, big(1), 0), "have one sign");
        refused(() -> pool.replaySwap(big(1), big(-1), big(1), big(1), 0), "sqrtPriceX96 1 is outside");
        refused(() -> pool.replaySwap(big(1), big(-1), FixedPoint.Q96, big(1), 1), "tick 1 does not belong");
        refused(() -> pool.replaySwap(big(1), big(-1), FixedPoint.Q96, big(1), -2), "tick -2 does not belong");
        refused(() -> pool.swap(true, BigInteger.ZERO, TestPool.MIN_LIMIT), "AS:");
        refused(() -> pool.swap(true, big(1), FixedPoint.Q96), "SPL:");
        refused(() -> pool.swap(false, big(1), TickMath.MAX_SQRT_PRICE_X96), "SPL:");
    }

    @Test
    void aFlashWithoutLiquidity_andASecondInitialize() {
        pool.burn(held, big(1000));
        journal.cut();
        refused(() -> pool.flash(big(1), big(1)), "without liquidity in range");
        refused(() -> pool.initialize(FixedPoint.Q96, 0), "has a price already");
        ConcentratedPool fresh = new ConcentratedPool(3000, 60, new Journal());
        refused(() -> fresh.initialize(FixedPoint.Q96, 1), "tick 1 does not belong");
        refused(() -> fresh.initialize(big(5), 1), "is outside a pool's prices");
    }

    @Test
    void poolsThatCannotBe() {
        refused(() -> new ConcentratedPool(1_000_000, 60, journal), "feePips 1000000 is outside 0 to 999999");
        refused(() -> new ConcentratedPool(-1, 60, journal), "feePips -1");
        refused(() -> new ConcentratedPool(3000, 0, journal), "tickSpacing 0 is outside 1 to 32767");
        refused(() -> new ConcentratedPool(3000, 32768, journal), "tickSpacing 32768");
    }

    private void refused(Runnable action, String message) {
        TreeMap<Integer, ConcentratedState> state =
                new TreeMap<>(pool.stateTable().view());
        TreeMap<Integer, TickState> ticks = new TreeMap<>(pool.ticks().view());
        TreeMap<SlotKey, SlotState> slots = new TreeMap<>(pool.slots().view());
        assertThatIllegalArgumentException().isThrownBy(action::run).withMessageContaining(message);
        journal.rollback();
        assertThat(pool.stateTable().view()).isEqualTo(state);
        assertThat(pool.ticks().view()).isEqualTo(ticks);
        assertThat(pool.slots().view()).isEqualTo(slots);
    }
}
