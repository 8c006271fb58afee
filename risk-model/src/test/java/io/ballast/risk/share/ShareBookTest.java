/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import static io.ballast.risk.share.SamplePools.ALICE;
import static io.ballast.risk.share.SamplePools.BOB;
import static io.ballast.risk.share.SamplePools.NOW;
import static io.ballast.risk.share.SamplePools.balances;
import static io.ballast.risk.share.SamplePools.burn;
import static io.ballast.risk.share.SamplePools.exchange;
import static io.ballast.risk.share.SamplePools.exit;
import static io.ballast.risk.share.SamplePools.firstDeposit;
import static io.ballast.risk.share.SamplePools.join;
import static io.ballast.risk.share.SamplePools.mint;
import static io.ballast.risk.share.SamplePools.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.FeeClock;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PositionFigures;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.book.Quality;
import io.ballast.risk.book.RangeState;
import io.ballast.risk.book.Touched;
import io.ballast.risk.curve.stable.AmplificationChange;
import io.ballast.risk.curve.stable.StableInvariant;
import io.ballast.risk.curve.weighted.WeightChange;
import io.ballast.risk.curve.weighted.WeightRamp;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures by hand from the invariants. */
class ShareBookTest {

    private final PoolBook even = SamplePools.weighted("500000000000000000", "500000000000000000");

    @Test
    void shouldMeasureAnEvenPoolAsConstantProduct() {
        firstDeposit(even, 100, 400);
        even.apply(balances(50, 800));

        PositionFigures figures = even.figures(ALICE);

        assertThat(figures.measures().price()).isEqualTo(16);
        assertThat(figures.measures().value()).isCloseTo(1600, offset(1e-10));
        assertThat(figures.measures().hodlValue()).isCloseTo(2000, offset(1e-10));
        assertThat(figures.measures().ilFraction()).isCloseTo(-0.2, offset(1e-12));
        assertThat(figures.measures().feesValue()).isCloseTo(0, offset(1e-9));
        assertThat(figures.measures().gamma()).isCloseTo(-200.0 / (2 * 64), offset(1e-10));
        assertThat(figures.rangeState()).isEqualTo(RangeState.IN_RANGE);
        assertThat(figures.principal().amount0()).isEqualTo(units(50));
        assertThat(figures.flags()).isEmpty();
    }

    @Test
    void shouldTellGrowthByFeesFromLossByPrice() {
        firstDeposit(even, 100, 400);
        FeeClock clock = even.feeClock();
        even.apply(balances(55, 880));

        PositionMeasures measures = even.figures(ALICE).measures();

        assertThat(measures.il()).isCloseTo(-400, offset(1e-9));
        assertThat(measures.fees0()).isCloseTo(5, offset(1e-9));
        assertThat(measures.fees1()).isCloseTo(80, offset(1e-9));
        assertThat(units(1000).doubleValue() * clock.read()).isCloseTo(measures.feesValue(), offset(1e-9));
    }

    @Test
    void shouldTakeTheTokensReallyPaidForTheBasis() {
        firstDeposit(even, 100, 400);
        mint(even, BOB, 100);
        // sqrt(121 * 400) is 220: a tenth more depth for a deposit of token0 alone, without fee.
        Touched touched = even.apply(join(units(21), BigInteger.ZERO, units(1100)));

        PositionMeasures bob = even.figures(BOB).measures();

        assertThat(touched).isEqualTo(Touched.allAnd(java.util.Set.of(BOB)));
        double price = 400.0 / 121;
        assertThat(bob.hodlValue()).isCloseTo(21 * price, offset(1e-9));
        assertThat(bob.value()).isCloseTo(800.0 / 11, offset(1e-9));
        assertThat(bob.il()).isCloseTo(800.0 / 11 - 21 * price, offset(1e-9));
        assertThat(bob.feesValue()).isCloseTo(0, offset(1e-9));
        assertThat(even.figures(ALICE).measures().feesValue()).isCloseTo(0, offset(1e-9));
    }

    @Test
    void shouldFixLossAndFeesOfAOneSidedWithdrawal() {
        firstDeposit(even, 100, 400);
        even.apply(balances(110, 440));
        burn(even, ALICE, 500);
        even.apply(exit(60, 0));

        PositionMeasures alice = even.figures(ALICE).measures();

        // A tenth of depth is fees: one part in eleven of the proceeds. The basis that left is 50 and 200.
        assertThat(alice.feesCollected0()).isCloseTo(60.0 / 11, offset(1e-9));
        assertThat(alice.feesCollected1()).isZero();
        assertThat(alice.realisedIl()).isCloseTo(60 * 4 * 10 / 11.0 - 400, offset(1e-9));
        assertThat(alice.hodlValue()).isCloseTo(50 * (440.0 / 50) + 200, offset(1e-9));
    }

    @Test
    void shouldMoveThePartOfTheBasisWithTheTokens() {
        firstDeposit(even, 100, 400);
        even.apply(new BookEvent.LpTransfer(ALICE, BOB, units(250)));
        even.apply(balances(50, 800));

        assertThat(even.figures(BOB).measures().hodlValue()).isCloseTo(500, offset(1e-9));
        assertThat(even.figures(BOB).measures().ilFraction()).isCloseTo(-0.2, offset(1e-12));
        assertThat(even.figures(ALICE).measures().hodlValue()).isCloseTo(1500, offset(1e-9));
    }

    @Test
    void shouldGiveLpTokensThatNoDepositFollowsToTheProtocolAtTheirWorth() {
        firstDeposit(even, 100, 400);
        mint(even, "0xprotocol", 1000);
        Touched touched = even.apply(balances(100, 400));

        assertThat(touched.keys()).containsExactly("0xprotocol");
        assertThat(even.figures("0xprotocol").measures().hodlValue()).isCloseTo(400, offset(1e-9));
        assertThat(even.figures("0xprotocol").measures().il()).isCloseTo(0, offset(1e-9));
        assertThat(even.figures(ALICE).measures().value()).isCloseTo(400, offset(1e-9));
    }

    @Test
    void shouldTakeLpTokensThatAreBurntForNothingForLost() {
        firstDeposit(even, 100, 400);
        mint(even, BOB, 1000);
        even.apply(join(units(100), units(400), null));
        burn(even, BOB, 1000);
        even.apply(balances(200, 800));

        assertThat(even.figures(BOB).rangeState()).isEqualTo(RangeState.CLOSED);
        assertThat(even.figures(BOB).measures().realisedIl()).isCloseTo(-800, offset(1e-9));
        assertThat(even.figures(ALICE).measures().feesValue()).isCloseTo(800, offset(1e-9));
    }

    @Test
    void shouldTakeTheProtocolsPartOfACurveSwapOutOfTheBalances() {
        PoolBook curve = SamplePools.stable(200, Map.of("protocol_part_e18_raw", "500000000000000000"));
        firstDeposit(curve, 1000, 1000);
        StableInvariant invariant = StableInvariant.ofAmplification(200);
        double before = invariant.outGivenIn(1000, 1000, 10);
        double fee = before * 0.0004;
        curve.apply(exchange(10, -(before - fee)));

        PositionFigures alice = curve.figures(ALICE);

        assertThat(alice.principal().amount1().doubleValue() / 1e18).isCloseTo(1000 - before + fee / 2, offset(1e-12));
        assertThat(alice.measures().feesValue()).isCloseTo(fee / 2, offset(1e-5));
    }

    @Test
    void shouldNotTakeAnAmplificationRampForFees() {
        PoolBook curve = SamplePools.stable(200);
        firstDeposit(curve, 1000, 1000);
        curve.apply(balances(1500, StableInvariant.ofAmplification(200).other(1500, 2000)));
        PositionMeasures before = curve.figures(ALICE).measures();
        curve.apply(new AmplificationChange(200, 20, NOW, NOW + 1000, NOW));
        double balance1 = StableInvariant.ofAmplification(200).other(1500, 2000);
        curve.apply(new ShareEvent.Balances(units(1500), units(balance1), NOW + 500));

        PositionMeasures midway = curve.figures(ALICE).measures();

        assertThat(midway.price())
                .isCloseTo(StableInvariant.ofAmplification(110).price(1500, balance1), offset(1e-12));
        assertThat(midway.price()).isLessThan(before.price());
        assertThat(midway.feesValue()).isCloseTo(0, offset(1e-9));
        assertThat(midway.gamma()).isGreaterThan(before.gamma());

        curve.apply(new AmplificationChange(110, 110, NOW + 500, NOW + 500, NOW + 500));
        curve.apply(new ShareEvent.Balances(units(1500), units(balance1), NOW + 900));
        assertThat(curve.figures(ALICE).measures().price()).isEqualTo(midway.price());
    }

    @Test
    void shouldFollowWeightsThatMove() {
        firstDeposit(even, 100, 400);
        even.apply(new WeightChange(
                new WeightRamp(500_000_000_000_000_000L, 800_000_000_000_000_000L, NOW, NOW + 100), NOW));
        even.apply(new ShareEvent.Balances(units(100), units(400), NOW + 100));

        PositionMeasures alice = even.figures(ALICE).measures();

        assertThat(alice.price()).isCloseTo(16, offset(1e-12));
        assertThat(alice.value()).isCloseTo(2000, offset(1e-9));
        assertThat(alice.feesValue()).isCloseTo(0, offset(1e-9));
    }

    @Test
    void shouldSayWhatItDoesNotKnowOfAPoolFirstSeenInMidLife() {
        even.apply(exchange(1, -4));
        mint(even, BOB, 10);
        even.apply(join(units(1), units(4), units(1010)));
        assertThat(even.figures(BOB).measures()).isNull();
        assertThat(even.priceCurve(BOB)).isNull();
        assertThat(even.figures(BOB).flags()).contains(Quality.PRICE_UNKNOWN, Quality.HISTORY_INCOMPLETE);

        even.apply(balances(101, 404));

        assertThat(even.figures(BOB).measures().value()).isCloseTo(8, offset(1e-9));
        assertThat(even.figures(BOB).flags()).containsExactly(Quality.HISTORY_INCOMPLETE);
    }

    @Test
    void shouldBeFollowedFromTheStartByTheLpTokensThatBalancerLocks() {
        mint(even, SharePool.ZERO_ADDRESS, 1e-12);
        mint(even, ALICE, 1000);
        even.apply(join(units(100), units(400), null));

        assertThat(even.figures(ALICE).flags()).isEmpty();
        assertThat(even.figures(ALICE).measures().value()).isCloseTo(800, offset(1e-9));
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        firstDeposit(even, 100, 400);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> even.apply(exchange(1, -500)))
                .withMessageContaining("taken from balance1, which is only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> even.apply(join(units(1), units(4), null)))
                .withMessageContaining("without LP tokens minted just before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> even.apply(exit(1, 4)))
                .withMessageContaining("without LP tokens burnt just before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> even.apply(new AmplificationChange(1, 1, 0, 0, NOW)))
                .withMessageContaining("a weighted pool knows no");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> even.apply(new BookEvent.Sync(BigInteger.ONE, BigInteger.ONE)))
                .withMessageContaining("a pool of shares knows no");
    }
}
