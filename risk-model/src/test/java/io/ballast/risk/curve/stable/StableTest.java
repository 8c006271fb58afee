/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class StableTest {

    private final StableInvariant invariant = StableInvariant.ofAmplification(200);
    private final StableCurve curve = StableCurve.ofDepth(invariant, 1e6);

    @Test
    void balancesAtThePegShouldBeHalvesAndGammaTheClosedForm() {
        assertThat(curve.amount0(1)).isEqualTo(5e5);
        assertThat(curve.amount1(1)).isEqualTo(5e5);
        // y'' = 2 (1/2)^-2 / (K/2 + 1) per D: gamma = -D (K + 2) / 8.
        assertThat(curve.gamma(1)).isCloseTo(-1e6 * 402 / 8, withinPercentage(1e-12));
    }

    @Test
    void shouldBeSymmetricInTheTwoCoins() {
        for (double price : new double[] {1e-8, 0.5, 0.999, 1.0001, 3, 1e8}) {
            assertThat(curve.amount0(price)).isCloseTo(curve.amount1(1 / price), withinPercentage(1e-10));
        }
    }

    /** Formula sheet 2.2: at a price of 0.99 and A = 200 three quarters of the pool are token0. */
    @Test
    void shouldTurnIntoTheCheaperCoinNearThePeg() {
        assertThat(curve.delta(0.99)).isCloseTo(764_992, within(0.5));
        assertThat(curve.delta(1.01)).isLessThan(2.4e5);
    }

    @Test
    void farFromThePegShouldBeNearlyAllInTheCheaperCoin() {
        assertThat(curve.amount0(1e-12)).isGreaterThan(1e6);
        assertThat(curve.amount1(1e-12)).isPositive().isLessThan(1);
        assertThat(curve.amount0(1e12)).isPositive().isLessThan(1);
    }

    @Test
    void tinyMovesAtThePegShouldKeepTheirLoss() {
        double move = 0x1p-40;

        assertThat(curve.rebalancingLoss(1, 1 + move)).isCloseTo(1e6 * 402 / 16 * move * move, withinPercentage(1e-6));
    }

    @Test
    void decimalsAndRatesShouldOnlyChangeTheUnits() {
        double rate0 = 1e-6;
        double rate1 = 1.05e-18;
        StableCurve raw = StableCurve.ofBalances(invariant, 4e11, 6e23 / 1.05, rate0, rate1, 0.5);
        StableCurve scaled = StableCurve.ofBalances(invariant, 4e5, 6e5, 1, 1, 0.5);
        double scaledPrice = 1.002;
        double price = scaledPrice * rate0 / rate1;

        assertThat(raw.amount0(price) * rate0).isCloseTo(scaled.amount0(scaledPrice), withinPercentage(1e-9));
        assertThat(raw.amount1(price) * rate1).isCloseTo(scaled.amount1(scaledPrice), withinPercentage(1e-9));
        assertThat(raw.value(price) * rate1).isCloseTo(scaled.value(scaledPrice), withinPercentage(1e-11));
        assertThat(raw.gamma(price) * rate0 * rate0 / rate1)
                .isCloseTo(scaled.gamma(scaledPrice), withinPercentage(1e-9));
        assertThat(raw.rebalancingLoss(price, price * 1.001) * rate1)
                .isCloseTo(scaled.rebalancingLoss(scaledPrice, scaledPrice * 1.001), withinPercentage(1e-8));
    }

    @Test
    void balancesShouldComeBackFromTheirOwnPrice() {
        double price = invariant.price(123_456, 2_345_678);
        StableCurve pool = StableCurve.ofBalances(invariant, 123_456, 2_345_678, 1, 1, 1);

        assertThat(pool.amount0(price)).isCloseTo(123_456, withinPercentage(1e-9));
        assertThat(pool.amount1(price)).isCloseTo(2_345_678, withinPercentage(1e-9));
    }

    @Test
    void swapsShouldBeEachOthersInverse() {
        double out = invariant.outGivenIn(1e6, 1.2e6, 5000);

        assertThat(invariant.inGivenOut(1e6, 1.2e6, out)).isCloseTo(5000, withinPercentage(1e-7));
        assertThat(invariant.depth(1e6 + 5000, 1.2e6 - out))
                .isCloseTo(invariant.depth(1e6, 1.2e6), withinPercentage(1e-12));
    }

    /** curve-contract {@code _A()}: a straight line, the change so far rounded down. */
    @Test
    void rampShouldRunInTheContractsIntegers() {
        AmplificationRamp up = new AmplificationRamp(100, 200, 1000, 1300, 1);
        AmplificationRamp down = new AmplificationRamp(20_000, 10_000, 1000, 1300, 100);

        assertThat(up.rawAt(0)).isEqualTo(100);
        assertThat(up.rawAt(1001)).isEqualTo(100);
        assertThat(up.rawAt(1200)).isEqualTo(166);
        assertThat(up.rawAt(1300)).isEqualTo(200);
        assertThat(up.rawAt(9999)).isEqualTo(200);
        assertThat(down.rawAt(1001)).isEqualTo(19_967);
        assertThat(down.invariantAt(1150)).isEqualTo(new StableInvariant(300));
        assertThat(AmplificationRamp.constant(85, 1).invariantAt(5)).isEqualTo(new StableInvariant(170));
    }

    /** More amplification makes unequal balances worth more of D without a trade. */
    @Test
    void rampShouldChangeDepthWithoutATrade() {
        AmplificationRamp ramp = new AmplificationRamp(10, 1000, 0, 86_400, 1);

        assertThat(ramp.invariantAt(43_200).depth(1e6, 3e6))
                .isBetween(
                        ramp.invariantAt(0).depth(1e6, 3e6),
                        ramp.invariantAt(86_400).depth(1e6, 3e6));
    }

    @Test
    void whatNoContractAllowsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StableInvariant(1))
                .withMessageContaining("K = 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> invariant.depth(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> invariant.depth(1, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invariant.inGivenOut(10, 10, 10))
                .withMessageContaining("must be less than the balance 10.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AmplificationRamp(0, 100, 0, 1, 1))
                .withMessageContaining("startRaw 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new AmplificationRamp(100, 200, 10, 9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.amount0(1e101));
    }
}
