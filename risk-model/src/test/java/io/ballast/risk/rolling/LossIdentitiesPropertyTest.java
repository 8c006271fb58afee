/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Why rolling losses do not add up, and what they have to do with LVR. Formula sheet 3.2, 3.3 and 4.3. */
class LossIdentitiesPropertyTest {

    private static final int LOWER = -1_200;
    private static final int UPPER = 900;
    private static final LiquidityRange RANGE = LiquidityRange.ofTicks(LOWER, UPPER);
    private static final ExactRange EXACT = ExactRange.ofTicks(LOWER, UPPER);
    private static final BigInteger LIQUIDITY_X64 = BigInteger.TEN.pow(18).shiftLeft(64);

    private static BigInteger price(int tick) {
        return TickMath.sqrtPriceX96AtTick(tick);
    }

    private static BigDecimal loss(BigInteger from, BigInteger to) {
        return tokens(RANGE.lossX256(LIQUIDITY_X64, from, to));
    }

    private static BigDecimal tokens(BigInteger x256) {
        return new BigDecimal(x256).divide(new BigDecimal(BigInteger.ONE.shiftLeft(256)));
    }

    private static void assertSame(BigDecimal actual, BigDecimal expected) {
        assertThat(actual.subtract(expected).abs()).isLessThan(new BigDecimal("1e-30"));
    }

    @Property(tries = 300)
    void shouldObeyTheThreePointIdentity(
            @ForAll @IntRange(min = -2_000, max = 2_000) int tick0,
            @ForAll @IntRange(min = -2_000, max = 2_000) int tick1,
            @ForAll @IntRange(min = -2_000, max = 2_000) int tick2) {
        BigDecimal sold = tokens(RANGE.at(price(tick1))
                .minus(RANGE.at(price(tick0)))
                .of(LIQUIDITY_X64)
                .amount0X256());
        BigDecimal move = squared(price(tick2)).subtract(squared(price(tick1)));
        assertSame(
                loss(price(tick0), price(tick2)),
                loss(price(tick1), price(tick2))
                        .add(loss(price(tick0), price(tick1)))
                        .add(sold.multiply(move)));
    }

    private static BigDecimal squared(BigInteger sqrtPriceX96) {
        return new BigDecimal(sqrtPriceX96.multiply(sqrtPriceX96))
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(192)));
    }

    @Property(tries = 300)
    void shouldAddUpToMinusLvrWhenStruckAnewAtEveryPoint(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = -2_000, max = 2_000) Integer> ticks) {
        BigDecimal losses = BigDecimal.ZERO;
        BigDecimal lvr = BigDecimal.ZERO;
        List<BigInteger> path = new ArrayList<>();
        ticks.forEach(tick -> path.add(price(tick)));
        for (int i = 1; i < path.size(); i++) {
            losses = losses.add(loss(path.get(i - 1), path.get(i)));
            lvr = lvr.add(EXACT.lossVersusRebalancing(
                            Rational.ofSqrtPriceX96(path.get(i - 1)), Rational.ofSqrtPriceX96(path.get(i)))
                    .times(Rational.of(BigInteger.TEN.pow(18)))
                    .digits());
        }
        assertSame(losses, lvr.negate());
    }

    @Property(tries = 300)
    void shouldBeRightToNineDigitsForAMoveOfOneMillionth(
            @ForAll @IntRange(min = -880_000, max = 880_000) int tick,
            @ForAll @IntRange(min = 1, max = 3_000) int halfWidth) {
        int lower = tick - halfWidth;
        int upper = tick + halfWidth;
        BigInteger from = price(tick);
        BigInteger step = from.divide(BigInteger.valueOf(1_000_000));
        BigInteger to = from.add(step);
        if (tick < -600_000) {
            return; // the price itself has too few digits there for such a move
        }
        Rational exact = ExactRange.ofTicks(lower, upper)
                .loss(Rational.ofSqrtPriceX96(from), Rational.ofSqrtPriceX96(to))
                .times(Rational.of(1_000, 1));
        BigInteger liquidity = BigInteger.valueOf(1_000);
        double expected = exact.digits().doubleValue();
        assertThat(ofPosition(lower, upper, liquidity, from, to) / expected - 1).isBetween(-1e-12, 1e-12);
        assertThat(ofYoungPosition(lower, upper, liquidity, from, to) / expected - 1)
                .isBetween(-1e-12, 1e-12);
        assertThat(ofGroup(lower, upper, liquidity, from, to) / expected - 1).isBetween(-1e-9, 1e-9);
    }

    private static final Window HOUR = Windows.DEFAULT.all().get(1);

    private static double ofPosition(int lower, int upper, BigInteger liquidity, BigInteger from, BigInteger to) {
        WindowStart start = new WindowStart(0, from, true);
        LiquidityRange range = LiquidityRange.ofTicks(lower, upper);
        return RollingIl.of(HOUR, start, range, liquidity.shiftLeft(64), PositionFlows.NONE, to)
                .token1Raw();
    }

    /** The same loss, had the position come in at the first price. */
    private static double ofYoungPosition(int lower, int upper, BigInteger liquidity, BigInteger from, BigInteger to) {
        WindowStart start = new WindowStart(0, to, true);
        LiquidityRange range = LiquidityRange.ofTicks(lower, upper);
        PositionFlows flows = PositionFlows.NONE.deposit(
                Windows.DEFAULT, 1, liquidity.shiftLeft(64), range.tokens(liquidity.shiftLeft(64), from), Grown.NONE);
        return RollingIl.of(HOUR, start, range, liquidity.shiftLeft(64), flows, to)
                .token1Raw();
    }

    private static double ofGroup(int lower, int upper, BigInteger liquidity, BigInteger from, BigInteger to) {
        LiquidityProfile profile = new LiquidityProfile();
        profile.add(lower, upper, liquidity);
        return new RollingGroup(Windows.DEFAULT)
                .loss(HOUR, new WindowStart(0, from, true), profile, to)
                .token1Raw();
    }
}
