/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.concentrated.ConcentratedCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import org.junit.jupiter.api.Test;

/** By hand: ten coins and 1000 dollars at a price of 100, which is a liquidity of 100. */
class AgainstHoldingTest {
    private static final double ENTRY = 100;
    private static final ConstantProductCurve POOL = new ConstantProductCurve(100);

    private static AgainstHolding earning(double coins, double dollars) {
        return new AgainstHolding(POOL, 10, 1000, coins, dollars);
    }

    /** With s the root of the price: 200 s - 10 s^2 - 1000 + 90 = 0 at s = 7 and s = 13. */
    @Test
    void shouldBreakEvenWhereFeesMakeUpForTheLoss() {
        BreakEven breakEven = earning(0, 90).breakEven(ENTRY).orElseThrow();

        assertThat(breakEven.lower().orElseThrow()).isCloseTo(49, within(1e-11));
        assertThat(breakEven.upper().orElseThrow()).isCloseTo(169, within(1e-11));
        assertThat(earning(0, 90).result(ENTRY)).isCloseTo(90, within(1e-12));
    }

    @Test
    void shouldDoBestWhereItWasPutIn() {
        assertThat(earning(0, 90).bestPrice(1).orElseThrow()).isCloseTo(ENTRY, within(1e-11));
    }

    @Test
    void shouldFindTheSameWhateverPriceItLooksFrom() {
        assertThat(earning(0, 90).breakEven(1e-3).orElseThrow().upper().orElseThrow())
                .isCloseTo(169, within(1e-11));
    }

    @Test
    void shouldNeverFallBehindOnTheWayUp_whereFeesAreMoreCoinsThanThereWere() {
        BreakEven breakEven = earning(10, 0).breakEven(ENTRY).orElseThrow();

        // 200 s - 1000 = 0.
        assertThat(breakEven.lower().orElseThrow()).isCloseTo(25, within(1e-11));
        assertThat(breakEven.upper()).isEmpty();
    }

    @Test
    void shouldNeverFallBehindOnTheWayDown_whereFeesAreMoreDollarsThanThereWere() {
        BreakEven breakEven = earning(0, 1000).breakEven(ENTRY).orElseThrow();

        assertThat(breakEven.lower()).isEmpty();
        // 200 s - 10 s^2 = 0.
        assertThat(breakEven.upper().orElseThrow()).isCloseTo(400, within(1e-11));
    }

    @Test
    void shouldBreakEvenNowhere_whereMoreWasLostThanEarned() {
        assertThat(earning(0, -1).breakEven(ENTRY)).isEmpty();
    }

    /** Deposited below the range: coins alone. They are sold on the way up, and never had again. */
    @Test
    void shouldHaveNoBestPrice_whereOneTokenAloneWasPutIn() {
        ConcentratedCurve range = ConcentratedCurve.between(100, 121, 144);
        AgainstHolding position = new AgainstHolding(range, range.amount0(100), 0, 0, 20);

        assertThat(position.bestPrice(100)).isEmpty();
        assertThat(position.breakEven(100).orElseThrow().lower()).isEmpty();
        // Above the range it has L (b - a) = 100 dollars, and 20 earned, for 100 (1/11 - 1/12) coins.
        assertThat(position.breakEven(100).orElseThrow().upper().orElseThrow())
                .isCloseTo(120 / (100.0 / 132), within(1e-10));
    }

    @Test
    void shouldRefuseWhatIsNoBasket() {
        assertThatThrownBy(() -> new AgainstHolding(POOL, -1, 0, 0, 0)).hasMessageContaining("hodl0 -1");
        assertThatThrownBy(() -> earning(Double.NaN, 0)).hasMessageContaining("earned NaN");
    }
}
