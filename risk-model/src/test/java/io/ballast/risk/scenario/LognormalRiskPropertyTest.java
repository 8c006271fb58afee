/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LognormalRiskPropertyTest {

    private static final double NOW = 2000;

    /** Against 200,000 prices of equal probability, which know nothing of pieces and roots. */
    @Property(tries = 25)
    void shouldHaveTheQuantilesAndTailsOfEquallyLikelyPrices(@ForAll Random random) {
        QuadraticBook book = book(random);
        QuadraticBook result = book.resultSince(NOW);
        LognormalPrice price = new LognormalPrice(NOW, 0.2 + random.nextDouble(), 0.02 + 0.1 * random.nextDouble());
        double[] results = new double[200_000];
        for (int i = 0; i < results.length; i++) {
            results[i] = result.value(price.quantile((i + 0.5) / results.length));
        }
        Arrays.sort(results);
        double span = results[results.length - 1] - results[0];
        double tolerance = 2e-3 * span + 1e-6 * Math.abs(book.value(NOW)) + 1e-3;
        for (double level : new double[] {0.9, 0.95, 0.99}) {
            TailRisk exact = new LognormalRisk(result, price).at(level);
            TailRisk sampled = HistoricalRisk.of(results, level);
            assertThat(exact.valueAtRisk()).isCloseTo(sampled.valueAtRisk(), within(tolerance));
            assertThat(exact.expectedShortfall()).isCloseTo(sampled.expectedShortfall(), within(tolerance));
            assertThat(exact.expectedShortfall()).isGreaterThanOrEqualTo(exact.valueAtRisk() - 1e-9 * tolerance);
        }
    }

    /** What is revalued at single prices is off by no more than it says. */
    @Property(tries = 50)
    void shouldBeWhatRevaluationComesTo_withinTheErrorTold(@ForAll Random random) {
        QuadraticBook book = book(random);
        QuadraticBook result = book.resultSince(NOW);
        LognormalPrice price = new LognormalPrice(NOW, 0.2 + random.nextDouble(), 0.02 + 0.1 * random.nextDouble());
        LognormalRisk exact = new LognormalRisk(result, price);
        RevaluedRisk revalued = RevaluedRisk.of(result::value, price);
        for (double level : new double[] {0.95, 0.99}) {
            TailRisk told = revalued.at(level);
            double tolerance = 1.5 * revalued.error(told) + 1e-7 * Math.abs(book.value(NOW)) + 1e-6;
            assertThat(told.valueAtRisk()).isCloseTo(exact.at(level).valueAtRisk(), within(tolerance));
            assertThat(told.expectedShortfall()).isCloseTo(exact.at(level).expectedShortfall(), within(tolerance));
        }
    }

    @Property(tries = 100)
    void shouldBeTheSumOfItsRangesAtAnyPrice(@ForAll Random random) {
        List<ConcentratedRange> ranges = ranges(random);
        QuadraticBook book = QuadraticBook.of(ranges).plusHolding(-3, 500);
        for (int i = 0; i < 20; i++) {
            double price = 500 + 4000 * random.nextDouble();
            double sum = 500 - 3 * price;
            for (ConcentratedRange range : ranges) {
                sum += range.value(Math.sqrt(price));
            }
            assertThat(book.value(price)).isCloseTo(sum, within(1e-9 * (Math.abs(sum) + 1e6)));
        }
    }

    @Property(tries = 50)
    void shouldBeTheSameBookFromLiquidityByTick(@ForAll Random random) {
        LiquidityProfile profile = new LiquidityProfile();
        List<ConcentratedRange> ranges = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int lower = 190_000 + random.nextInt(10_000);
            int upper = lower + 1 + random.nextInt(8_000);
            long liquidity = 1_000_000_000_000_000_000L + Math.abs(random.nextInt());
            profile.add(lower, upper, BigInteger.valueOf(liquidity));
            ranges.add(new ConcentratedRange(liquidity, sqrtPrice(lower), sqrtPrice(upper)).inHumanUnits(6, 18));
        }
        QuadraticBook byTick = QuadraticBook.of(profile, 6, 18);
        QuadraticBook byRange = QuadraticBook.of(ranges);
        for (int tick = 185_000; tick < 215_000; tick += 997) {
            double price = Math.pow(sqrtPrice(tick), 2) * 1e-12;
            assertThat(byTick.value(price)).isCloseTo(byRange.value(price), within(1e-9 * byRange.value(price) + 1e-9));
        }
    }

    private static double sqrtPrice(int tick) {
        return TickMath.sqrtPriceX96AtTick(tick).doubleValue() / Math.pow(2, 96);
    }

    private static QuadraticBook book(Random random) {
        double hedge = random.nextInt(3) * 40.0;
        return QuadraticBook.of(ranges(random)).plusHolding(-hedge, hedge * NOW);
    }

    private static List<ConcentratedRange> ranges(Random random) {
        List<ConcentratedRange> ranges = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            double lower = 1000 + 1200 * random.nextDouble();
            double upper = lower * (1.02 + random.nextDouble());
            ranges.add(new ConcentratedRange(1e4 * (1 + random.nextInt(3)), Math.sqrt(lower), Math.sqrt(upper)));
        }
        return ranges;
    }

    /** Above its range a position's worth is flat: the distribution jumps there. */
    @Example
    void shouldCountThePartOfAJumpThatMakesUpTheLevel() {
        ConcentratedRange range = new ConcentratedRange(1000, Math.sqrt(1500), Math.sqrt(2000));
        QuadraticBook shortOfAll = QuadraticBook.of(List.of(range)).resultSince(2500);
        LognormalPrice price = new LognormalPrice(2500, 0.3, 0.05);
        LognormalRisk risk = new LognormalRisk(shortOfAll, price);
        assertThat(risk.at(0.5).valueAtRisk()).isCloseTo(0, within(1e-6));
        double below = price.moment(0, 0, Math.sqrt(2000));
        assertThat(risk.probability(-1e-9)).isCloseTo(below, within(1e-6));
        assertThat(risk.probability(1e-9)).isCloseTo(1, within(1e-12));
        assertThat(risk.at(0.5).expectedShortfall() * 0.5)
                .isCloseTo(risk.at(0.9).expectedShortfall() * 0.1, within(1e-6));
    }

    @Example
    void shouldBeNothingOfAnEmptyBook() {
        LognormalRisk risk = new LognormalRisk(QuadraticBook.of(List.of()), new LognormalPrice(1, 1, 1));
        assertThat(risk.at(0.99)).isEqualTo(new TailRisk(0.99, 0, 0));
    }

    /** The mean of a driftless price is the price; of its root it is below the root. */
    @Example
    void shouldHaveTheMomentsOfALognormal() {
        LognormalPrice price = new LognormalPrice(2000, 0.8, 0.25);
        double variance = 0.8 * 0.8 * 0.25;
        assertThat(price.moment(0, 0, Double.POSITIVE_INFINITY)).isCloseTo(1, within(1e-14));
        assertThat(price.moment(1, 0, Double.POSITIVE_INFINITY)).isCloseTo(2000, within(1e-9));
        assertThat(price.moment(0.5, 0, Double.POSITIVE_INFINITY))
                .isCloseTo(Math.sqrt(2000) * Math.exp(-variance / 8), within(1e-9));
        assertThat(price.moment(0, 0, Math.sqrt(price.quantile(0.01)))).isCloseTo(0.01, within(1e-12));
        assertThatThrownBy(() -> price.quantile(1)).hasMessageContaining("probability 1.0 must be between");
        assertThatThrownBy(() -> new LognormalPrice(0, 1, 1)).hasMessageContaining("forward 0.0");
    }
}
