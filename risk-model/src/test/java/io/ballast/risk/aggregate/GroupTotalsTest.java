/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.pool.concentrated.FixedPoint;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTotalsTest {

    private static final BigInteger ONE_ETHER = BigInteger.TEN.pow(18);

    /** Full range, L = 10^18, entered at price 1: 10^18 of each token, less the little beyond the ends of the axis. */
    private static final Contribution FULL_RANGE = new Contribution(
            TickMath.MIN_TICK,
            TickMath.MAX_TICK,
            ONE_ETHER,
            ONE_ETHER.shiftLeft(64),
            ONE_ETHER.shiftLeft(64),
            BigInteger.ZERO);

    /** Uniswap v2's own formula: at four times the price, 2 * sqrt(4) / (1 + 4) - 1 = -20 %. */
    @Test
    void aFullRangeAtFourTimesThePriceHasLostAFifth() {
        GroupTotals totals = new GroupTotals();
        totals.add(FULL_RANGE);
        GroupFigures figures = totals.at(FixedPoint.Q96.shiftLeft(1));
        assertThat(figures.value()).isCloseTo(4e18, within(4e18 * 1e-15));
        assertThat(figures.hodl()).isEqualTo(5e18);
        assertThat(figures.ilFraction()).isCloseTo(-0.2, within(1e-15));
        assertThat(figures.delta0()).isCloseTo(0.5e18, within(0.5e18 * 1e-15));
        assertThat(figures.delta1()).isCloseTo(2e18, within(2e18 * 1e-15));
        assertThat(figures.gamma()).isEqualTo(-1e18 / 16);
    }

    @Test
    void aLadderShowsTheGroupAtShiftedPrices() {
        GroupTotals totals = new GroupTotals();
        totals.add(FULL_RANGE);
        List<LadderRung> rungs = new SpotLadder(List.of(-0.75, 0.0, 3.0)).of(totals, FixedPoint.Q96);
        assertThat(rungs)
                .extracting(LadderRung::sqrtPriceX96)
                .containsExactly(FixedPoint.Q96.shiftRight(1), FixedPoint.Q96, FixedPoint.Q96.shiftLeft(1));
        assertThat(rungs).extracting(LadderRung::shift).containsExactly(-0.75, 0.0, 3.0);
        assertThat(rungs.get(0).figures()).isEqualTo(totals.at(FixedPoint.Q96.shiftRight(1)));
        assertThat(rungs.get(2).figures().ilFraction()).isCloseTo(-0.2, within(1e-15));
    }

    @Test
    void aLadderMayLeaveThePoolsPrices() {
        GroupTotals totals = new GroupTotals();
        totals.add(FULL_RANGE);
        BigInteger highest = TickMath.MAX_SQRT_PRICE_X96.subtract(BigInteger.ONE);
        GroupFigures above =
                new SpotLadder(List.of(0.5)).of(totals, highest).get(0).figures();
        assertThat(above.delta0()).isZero();
        assertThat(above.gamma()).isZero();
        GroupFigures below = new SpotLadder(List.of(-0.5))
                .of(totals, TickMath.MIN_SQRT_PRICE_X96)
                .get(0)
                .figures();
        assertThat(below.delta1()).isZero();
        assertThat(below.delta0()).isPositive();
    }

    @Test
    void refusesShiftsWithoutAPrice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpotLadder(List.of(-1.0)))
                .withMessageContaining("-1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new SpotLadder(List.of(Double.NaN)));
    }

    /** In range at the lower price itself, out of range at the upper: on [a, b). */
    @Test
    void aRangeBeginsAtItsLowerPriceAndEndsBelowItsUpper() {
        LiquidityProfile profile = new LiquidityProfile();
        profile.add(-10, 10, ONE_ETHER);
        BigInteger lower = TickMath.sqrtPriceX96AtTick(-10);
        BigInteger upper = TickMath.sqrtPriceX96AtTick(10);
        assertThat(profile.liquidityAt(lower.subtract(BigInteger.ONE))).isZero();
        assertThat(profile.liquidityAt(lower)).isEqualTo(ONE_ETHER);
        assertThat(profile.liquidityAt(upper.subtract(BigInteger.ONE))).isEqualTo(ONE_ETHER);
        assertThat(profile.liquidityAt(upper)).isZero();
    }

    @Test
    void aBoundaryThatNobodyUsesAnyMoreDisappears_alsoWhereNetsCancel() {
        LiquidityProfile profile = new LiquidityProfile();
        profile.add(0, 10, ONE_ETHER);
        profile.add(10, 20, ONE_ETHER);
        assertThat(profile.boundaries()).isEqualTo(3);
        assertThat(profile.segmentAt(FixedPoint.Q96).tickUpper()).isEqualTo(10);
        profile.add(0, 10, ONE_ETHER.negate());
        assertThat(profile.boundaries()).isEqualTo(2);
        profile.add(10, 20, ONE_ETHER.negate());
        assertThat(profile.isEmpty()).isTrue();
    }

    @Test
    void liquidityMayHaveAnySize() {
        LiquidityProfile profile = new LiquidityProfile();
        profile.add(-10, 10, BigInteger.ONE);
        BigInteger huge = BigInteger.ONE.shiftLeft(500);
        profile.add(-20, 10, huge);
        assertThat(profile.liquidityAt(FixedPoint.Q96)).isEqualTo(huge.add(BigInteger.ONE));
        profile.add(-20, 10, huge.negate());
        assertThat(profile.liquidityAt(FixedPoint.Q96)).isEqualTo(BigInteger.ONE);
    }

    @Test
    void refusesWhatIsNotThere_andStaysAsItWas() {
        GroupTotals totals = new GroupTotals();
        totals.add(FULL_RANGE);
        LiquidityProfile profile = totals.profile();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.add(TickMath.MIN_TICK, 10, BigInteger.ONE.negate()))
                .withMessageContaining("at tick 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.add(
                        TickMath.MIN_TICK, TickMath.MAX_TICK, ONE_ETHER.negate().subtract(BigInteger.ONE)));
        assertThat(profile.liquidityAt(FixedPoint.Q96)).isEqualTo(ONE_ETHER);
        totals.subtract(FULL_RANGE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.subtract(FULL_RANGE))
                .withMessageContaining("empty group");
    }

    @Test
    void refusesTicksThatAreNoRange_andPricesThatAreNone() {
        LiquidityProfile profile = new LiquidityProfile();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.add(10, 10, BigInteger.ONE))
                .withMessageContaining("10 and 10");
        assertThatIllegalArgumentException().isThrownBy(() -> profile.add(0, TickMath.MAX_TICK + 1, BigInteger.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> profile.amountsAt(BigInteger.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contribution(
                        0, 1, BigInteger.ONE.negate(), BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO))
                .withMessageContaining("-1");
    }
}
