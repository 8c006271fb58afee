/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import org.junit.jupiter.api.Test;

class WeightedTest {

    private final Weights eightyTwenty = Weights.of(0.8, 0.2);

    @Test
    void weightsThatDoNotSumToOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(0.5, 0.4))
                .withMessage("weights [0.5, 0.4] sum to 0.9, not to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(1.0)).withMessageContaining("at least 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(1.5, -0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(1.0, 0.0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedPairCurve(1, 1));
    }

    @Test
    void aThirdThreeTimesIsOne() {
        assertThat(Weights.of(1.0 / 3, 1.0 / 3, 1.0 / 3).assets()).isEqualTo(3);
    }

    /** Balancer whitepaper: the value of each asset's balance is its weight's part of the whole. */
    @Test
    void valueShouldBeSplitByTheWeights() {
        WeightedCurve curve = WeightedCurve.ofBalances(eightyTwenty, new double[] {40, 10_000}, 0.25);
        double[] prices = {1000, 1};

        assertThat(curve.amounts(prices)).containsExactly(new double[] {10, 2500}, within(1e-9));
        assertThat(curve.value(prices)).isCloseTo(12_500, withinPercentage(1e-11));
    }

    @Test
    void pairShouldBeTheCaseOfTwoAssets() {
        WeightedCurve curve = new WeightedCurve(eightyTwenty, 7);
        WeightedPairCurve pair = new WeightedPairCurve(0.8, 7);
        double[] prices = {3, 1};
        double[] later = {3.001, 1};

        assertThat(pair.amounts(prices)).containsExactly(curve.amounts(prices), within(1e-12));
        assertThat(pair.gamma(3)).isCloseTo(curve.gammas(prices)[0][0], withinPercentage(1e-10));
        assertThat(pair.gammas(prices)[0][1]).isCloseTo(curve.gammas(prices)[0][1], withinPercentage(1e-10));
        assertThat(pair.gammas(prices)[1][1]).isCloseTo(curve.gammas(prices)[1][1], withinPercentage(1e-10));
        assertThat(pair.rebalancingLoss(3, 3.001))
                .isCloseTo(curve.rebalancingLoss(prices, later), withinPercentage(1e-10));
    }

    @Test
    void halfAndHalfShouldBeTheConstantProductPool() {
        WeightedPairCurve weighted = new WeightedPairCurve(0.5, 9);
        ConstantProductCurve product = new ConstantProductCurve(9);

        for (double price : new double[] {1e-9, 0.3, 1, 2000, 1e12}) {
            assertThat(weighted.value(price)).isCloseTo(product.value(price), withinPercentage(1e-11));
            assertThat(weighted.gamma(price)).isCloseTo(product.gamma(price), withinPercentage(1e-11));
            assertThat(weighted.rebalancingLoss(price, price * 1.0001))
                    .isCloseTo(product.rebalancingLoss(price, price * 1.0001), withinPercentage(1e-10));
        }
    }

    /** Formula sheet 3.2: the plain difference is 0 or noise at a move of 1e-9, its leading term is not. */
    @Test
    void tinyMovesShouldKeepTheirLoss() {
        WeightedPairCurve pair = new WeightedPairCurve(0.8, 1);
        double price = 1;
        double e = 0x1p-30;
        double leading = pair.value(price) * 0.8 * 0.2 / 2 * e * e;

        assertThat(pair.rebalancingLoss(price, price + e))
                .isCloseTo(leading * (1 - 1.2 / 3 * e), withinPercentage(1e-11));
    }

    @Test
    void priceThatFallsToNothingShouldTakeAllOfOneSide() {
        WeightedPairCurve pair = new WeightedPairCurve(0.8, 1);

        assertThat(pair.impermanentLossFractionSince(1, 1e-300)).isCloseTo(-1, within(1e-12));
        assertThat(pair.impermanentLossFractionSince(1, 1e250)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void swapShouldKeepTheInvariantWhenThereIsNoFee() {
        WeightedSwap swap = new WeightedSwap(40, 0.8, 10_000, 0.2, 0);
        double out = swap.outGivenIn(3);

        assertThat(WeightedCurve.invariant(eightyTwenty, new double[] {43, 10_000 - out}))
                .isCloseTo(WeightedCurve.invariant(eightyTwenty, new double[] {40, 10_000}), withinPercentage(1e-11));
        assertThat(swap.inGivenOut(out)).isCloseTo(3, withinPercentage(1e-11));
    }

    @Test
    void tinySwapShouldPayTheSpotPrice() {
        WeightedSwap swap = new WeightedSwap(40, 0.8, 10_000, 0.2, 0.003);

        assertThat(1e-12 / swap.outGivenIn(1e-12)).isCloseTo(swap.spotPrice(), withinPercentage(1e-9));
        assertThat(swap.inGivenOut(1e-12) / 1e-12).isCloseTo(swap.spotPrice(), withinPercentage(1e-9));
        assertThat(swap.spotPrice()).isCloseTo(40 / 0.8 / (10_000 / 0.2) / 0.997, withinPercentage(1e-12));
    }

    @Test
    void swapsThatThePoolCannotMakeAreRefused() {
        WeightedSwap swap = new WeightedSwap(40, 0.8, 10_000, 0.2, 0.003);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> swap.inGivenOut(10_000))
                .withMessage("amountOut 10000.0 must be less than the balance 10000.0");
        assertThatIllegalArgumentException().isThrownBy(() -> swap.outGivenIn(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedSwap(40, 0.8, 10_000, 0.2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedSwap(0, 0.8, 10_000, 0.2, 0));
    }
}
