/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GroupTotalsPropertyTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal Q64 = new BigDecimal(BigInteger.ONE.shiftLeft(64));

    @Property(tries = 300)
    void figuresAreTheSumsOverPositions(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        GroupTotals totals = new GroupTotals();
        List<Contribution> held = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Contribution position = ranges.position();
            totals.add(position);
            if (random.nextInt(3) > 0) {
                held.add(position);
            } else {
                totals.subtract(position);
            }
        }
        NaiveGroup naive = new NaiveGroup(held, ranges.price(held));
        GroupFigures figures = totals.at(naive.sqrtPriceX96());
        assertThat(figures.count()).isEqualTo(held.size());
        assertNear(figures.value(), naive.value(), naive.errorOfValue());
        assertNear(figures.hodl(), naive.hodl(), BigDecimal.ZERO);
        assertNear(figures.il(), naive.value().subtract(naive.hodl()), naive.errorOfValue());
        assertNear(figures.realisedIl(), naive.realisedIl(), BigDecimal.ZERO);
        assertNear(figures.delta0(), naive.amount0(), naive.errorOfAmount0());
        assertNear(figures.delta1(), naive.amount1(), BigDecimal.ZERO);
        assertNear(figures.gamma(), naive.gamma(), BigDecimal.ZERO);
        if (figures.hodl() > 0) {
            assertThat(figures.ilFraction()).isEqualTo(figures.il() / figures.hodl());
        } else {
            assertThat(figures.ilFraction()).isNull();
        }
    }

    @Property(tries = 200)
    void anEmptiedGroupIsExactlyZero(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        GroupTotals totals = new GroupTotals();
        List<Contribution> positions = ranges.positions(1 + random.nextInt(100));
        positions.forEach(totals::add);
        Collections.shuffle(positions, random);
        positions.forEach(totals::subtract);
        assertThat(totals.at(ranges.price(positions))).isEqualTo(new GroupFigures(0, 0, 0, 0, null, 0, 0, 0, 0, 0, 0));
        assertThat(totals.profile().isEmpty()).isTrue();
    }

    /**
     * A position entered at c and seen after a relative price move of about 1e-6: the loss is a part in 10^13 of the value or
     * less. The reference is the definition in 60 digits, with the basket that the group was given.
     */
    @Property(tries = 2000)
    void theLossOfATinyMoveIsRightToOnePartInABillion(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        BigInteger entry = ranges.between(ranges.tick());
        BigInteger move = entry.divide(BigInteger.valueOf(2_000_000));
        BigInteger now = random.nextBoolean() ? entry.add(move) : entry.subtract(move);
        Assume.that(now.compareTo(TickMath.MIN_SQRT_PRICE_X96) >= 0);
        int tick = TickMath.tickAtSqrtPriceX96(entry);
        int width = new int[] {0, 1, 10, 1000, TickMath.MAX_TICK}[random.nextInt(5)];
        int lower = Math.max(TickMath.MIN_TICK, tick - width);
        int upper = Math.min(TickMath.MAX_TICK, tick + 1 + width);
        BigInteger liquidity = ranges.liquidity();
        Contribution bare =
                new Contribution(lower, upper, liquidity, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
        NaiveGroup atEntry = new NaiveGroup(List.of(bare), entry);
        Contribution position = new Contribution(
                lower,
                upper,
                liquidity,
                atEntry.amount0().multiply(Q64).toBigInteger(),
                atEntry.amount1().multiply(Q64).toBigInteger(),
                BigInteger.ZERO);
        GroupTotals totals = new GroupTotals();
        totals.add(position);
        NaiveGroup naive = new NaiveGroup(List.of(position), now);
        BigDecimal expected = naive.value().subtract(naive.hodl()).round(DIGITS);
        double il = totals.at(now).il();
        BigDecimal error = new BigDecimal(il).subtract(expected).abs();
        assertThat(error).isLessThanOrEqualTo(expected.abs().multiply(new BigDecimal("1e-9")));
    }

    @Property(tries = 200)
    void humanUnitsAreRawUnitsByDecimals(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        GroupTotals totals = new GroupTotals();
        List<Contribution> positions = ranges.positions(10);
        positions.forEach(totals::add);
        GroupFigures raw = totals.at(ranges.price(positions));
        GroupFigures human = raw.inHumanUnits(18, 6);
        assertThat(human.value()).isCloseTo(raw.value() * 1e-6, within(raw.value() * 1e-20));
        assertThat(human.delta0()).isCloseTo(raw.delta0() * 1e-18, within(raw.delta0() * 1e-32));
        assertThat(human.delta1()).isCloseTo(raw.delta1() * 1e-6, within(raw.delta1() * 1e-20));
        // token0 per price: raw0 / 10^18 per (raw1 / 10^6) / (raw0 / 10^18)
        assertThat(human.gamma()).isCloseTo(raw.gamma() * 1e-30, within(Math.abs(raw.gamma()) * 1e-44));
        assertThat(human.ilFraction()).isEqualTo(raw.ilFraction());
    }

    /** Within some units in the last place, beside an error of the exact integers. */
    private static void assertNear(double actual, BigDecimal exact, BigDecimal error) {
        double tolerance = 8 * Math.ulp(exact.doubleValue()) + error.doubleValue();
        assertThat(actual).isCloseTo(exact.doubleValue(), within(tolerance));
    }
}
