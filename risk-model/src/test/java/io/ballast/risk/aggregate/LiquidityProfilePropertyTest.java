/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.LiquidityAmounts;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LiquidityProfilePropertyTest {

    private static final BigDecimal STEP = BigDecimal.ONE.divide(new BigDecimal(BigInteger.ONE.shiftLeft(160)));
    private static final BigDecimal Q96 = new BigDecimal(BigInteger.ONE.shiftLeft(96));

    @Property(tries = 300)
    void amountsAreThoseOfThePositionsOneByOne_throughDepositsAndWithdrawals(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        LiquidityProfile profile = new LiquidityProfile();
        List<Contribution> held = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (held.isEmpty() || random.nextInt(3) > 0) {
                held.add(put(profile, ranges.position()));
            } else {
                takeOut(profile, held.remove(random.nextInt(held.size())));
            }
            if (i % 6 == 0) {
                assertSums(profile, new NaiveGroup(held, ranges.price(held)));
            }
        }
    }

    @Property(tries = 200)
    void whatIsPutInAndTakenOutInAnyOrderLeavesNothing(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        List<Contribution> positions = ranges.positions(1 + random.nextInt(200));
        LiquidityProfile profile = new LiquidityProfile();
        positions.forEach(position -> put(profile, position));
        Collections.shuffle(positions, random);
        positions.forEach(position -> takeOut(profile, position));
        assertThat(profile.isEmpty()).isTrue();
        assertThat(profile.boundaries()).isZero();
        BigInteger price = ranges.price(positions);
        assertThat(profile.amountsAt(price)).isEqualTo(new ProfileAmounts(BigInteger.ZERO, BigInteger.ZERO));
        assertThat(profile.liquidityAt(price)).isZero();
        assertThat(profile.segmentAt(price)).isEqualTo(new ProfileSegment(null, null, 0, 0, -0.0, BigInteger.ZERO));
    }

    @Property(tries = 200)
    void takingOutInPartsLeavesWhatIsStillThere(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        LiquidityProfile parts = new LiquidityProfile();
        LiquidityProfile wholes = new LiquidityProfile();
        List<Contribution> positions = ranges.positions(40);
        for (Contribution position : positions) {
            BigInteger out = position.liquidity().shiftRight(random.nextInt(3));
            put(parts, position);
            parts.add(position.tickLower(), position.tickUpper(), out.negate());
            wholes.add(
                    position.tickLower(),
                    position.tickUpper(),
                    position.liquidity().subtract(out));
        }
        BigInteger price = ranges.price(positions);
        assertThat(parts.amountsAt(price)).isEqualTo(wholes.amountsAt(price));
        assertThat(parts.boundaries()).isEqualTo(wholes.boundaries());
    }

    @Property(tries = 200)
    void sumsByTickAreTheSameAsRangeByRange(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        LiquidityProfile byRange = new LiquidityProfile();
        LiquidityProfile byTick = new LiquidityProfile();
        List<Contribution> positions = ranges.positions(40);
        Map<Integer, BigInteger> net = new TreeMap<>();
        Map<Integer, BigInteger> gross = new TreeMap<>();
        for (int i = 0; i < positions.size(); i++) {
            Contribution position = positions.get(i);
            put(byRange, position);
            note(net, gross, position, position.liquidity());
            if (i % 10 == 9) {
                Contribution gone = positions.get(i - random.nextInt(10));
                takeOut(byRange, gone);
                note(net, gross, gone, gone.liquidity().negate());
                net.forEach((tick, change) -> byTick.addEnds(tick, change, gross.get(tick)));
                net.clear();
                gross.clear();
            }
        }
        BigInteger price = ranges.price(positions);
        assertThat(byTick.amountsAt(price)).isEqualTo(byRange.amountsAt(price));
        assertThat(byTick.segmentAt(price)).isEqualTo(byRange.segmentAt(price));
        assertThat(byTick.boundaries()).isEqualTo(byRange.boundaries());
    }

    private static void note(
            Map<Integer, BigInteger> net, Map<Integer, BigInteger> gross, Contribution of, BigInteger liquidity) {
        net.merge(of.tickLower(), liquidity, BigInteger::add);
        net.merge(of.tickUpper(), liquidity.negate(), BigInteger::add);
        gross.merge(of.tickLower(), liquidity, BigInteger::add);
        gross.merge(of.tickUpper(), liquidity, BigInteger::add);
    }

    /** The integer amounts exceed what the contract would pay by less than one unit a position and token. */
    @Property(tries = 300)
    void theContractPaysLessByUnderOneUnitAPositionAndToken(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        List<Contribution> positions = ranges.positions(1 + random.nextInt(50));
        BigInteger price = ranges.price(positions);
        LiquidityProfile profile = new LiquidityProfile();
        TokenAmounts paid = TokenAmounts.ZERO;
        for (Contribution position : positions) {
            put(profile, position);
            paid = paid.plus(LiquidityAmounts.amountsForLiquidity(
                    price,
                    TickMath.sqrtPriceX96AtTick(position.tickLower()),
                    TickMath.sqrtPriceX96AtTick(position.tickUpper()),
                    position.liquidity(),
                    false));
        }
        ProfileAmounts amounts = profile.amountsAt(price);
        BigInteger rounding = new NaiveGroup(positions, price).stepsOfAmount0();
        BigInteger most = BigInteger.valueOf(positions.size());
        BigInteger excess0 = amounts.amount0X160().subtract(paid.amount0().shiftLeft(160));
        BigInteger excess1 = amounts.amount1X96().subtract(paid.amount1().shiftLeft(96));
        assertThat(excess0).isBetween(rounding.negate(), most.shiftLeft(160).add(rounding));
        assertThat(excess1).isBetween(BigInteger.ZERO, most.shiftLeft(96).subtract(BigInteger.ONE));
    }

    @Property(tries = 200)
    void aSegmentLiesBetweenTheNeighbouringBoundaries_andGivesTheAmountsThere(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        List<Contribution> positions = ranges.positions(1 + random.nextInt(30));
        LiquidityProfile profile = new LiquidityProfile();
        positions.forEach(position -> put(profile, position));
        TreeSet<Integer> ends = new TreeSet<>();
        positions.forEach(position -> Collections.addAll(ends, position.tickLower(), position.tickUpper()));
        BigInteger price = ranges.price(positions);
        int tick = TickMath.tickAtSqrtPriceX96(price);
        ProfileSegment segment = profile.segmentAt(price);
        NaiveGroup naive = new NaiveGroup(positions, price);
        assertThat(segment.tickLower()).isEqualTo(ends.floor(tick));
        assertThat(segment.tickUpper()).isEqualTo(ends.higher(tick));
        assertThat(segment.liquidity()).isEqualTo(naive.liquidityInRange());
        double s = naive.sqrtPrice().doubleValue();
        assertThat(s).isBetween(segment.sqrtPriceLower(), segment.sqrtPriceUpper());
        assertNear(segment.a() + segment.b() / 2 / s, naive.amount0(), Math.abs(segment.a()) + segment.b() / s);
        assertNear(segment.b() / 2 * s + segment.c(), naive.amount1(), segment.b() * s + Math.abs(segment.c()));
    }

    @Property(tries = 20)
    void afterThousandsOfBoundariesSumsAreStillExact(@ForAll Random random) {
        LiquidityProfile profile = new LiquidityProfile();
        List<Contribution> positions = new RandomRanges(random).positions(3000);
        positions.forEach(position -> put(profile, position));
        List<Contribution> left = positions.subList(0, 5);
        positions.subList(5, positions.size()).forEach(position -> takeOut(profile, position));
        assertSums(profile, new NaiveGroup(left, new RandomRanges(random).price(left)));
    }

    private static void assertSums(LiquidityProfile profile, NaiveGroup naive) {
        ProfileAmounts amounts = profile.amountsAt(naive.sqrtPriceX96());
        BigDecimal error0 = new BigDecimal(amounts.amount0X160()).multiply(STEP).subtract(naive.amount0());
        assertThat(error0.abs()).isLessThanOrEqualTo(naive.errorOfAmount0());
        assertThat(new BigDecimal(amounts.amount1X96()))
                .isEqualByComparingTo(naive.amount1().multiply(Q96));
        assertThat(profile.liquidityAt(naive.sqrtPriceX96())).isEqualTo(naive.liquidityInRange());
    }

    private static void assertNear(double actual, BigDecimal expected, double largestTerm) {
        assertThat(Math.abs(actual - expected.doubleValue())).isLessThanOrEqualTo(1e-15 * Math.abs(largestTerm));
    }

    private static Contribution put(LiquidityProfile profile, Contribution position) {
        profile.add(position.tickLower(), position.tickUpper(), position.liquidity());
        return position;
    }

    private static void takeOut(LiquidityProfile profile, Contribution position) {
        profile.add(
                position.tickLower(), position.tickUpper(), position.liquidity().negate());
    }
}
