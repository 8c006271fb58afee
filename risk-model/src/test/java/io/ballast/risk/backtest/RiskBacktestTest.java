/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.hedge.advice.HedgeTarget;
import io.ballast.risk.hedge.advice.NoTradeBand;
import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.scenario.QuadraticBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RiskBacktestTest {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    /** Of a minute. */
    private static final double DEVIATION = 0.0005;

    @Test
    void shouldBeExceededAsOftenAsItShould_whenTheModelIsRight() {
        double[] prices = walk(20 * DAY);

        List<RiskTest> tests = run(prices, minutes(prices));

        assertThat(tests).hasSize(4).allSatisfy(test -> {
            assertThat(test.kupiec().observations()).isBetween(19 * 24 - 2, 19 * 24);
            assertThat(test.kupiec().pValue()).isGreaterThan(0.02);
        });
        assertThat(tests).extracting(RiskTest::hedged).containsExactly(false, false, true, true);
        assertThat(tests).extracting(RiskTest::level).containsExactly(0.95, 0.99, 0.95, 0.99);
        assertThat(tests.get(1).kupiec().expected())
                .isCloseTo(0.01 * tests.get(1).kupiec().observations(), within(1e-9));
    }

    @Test
    void shouldBeFoundWanting_whenPricesJump() {
        double[] prices = walk(20 * DAY);
        int jumps = 0;
        for (int minute = 3 * DAY + HOUR / 2; minute < prices.length; minute += 20 * HOUR) {
            jumps++;
            for (int after = minute; after < prices.length; after++) {
                prices[after] *= jumps % 2 == 0 ? 1.15 : 1 / 1.15;
            }
        }

        List<RiskTest> tests = run(prices, minutes(prices));

        // Down for the pool alone, and both ways for what is hedged against small moves.
        assertThat(tests.get(1).kupiec().exceptions()).isBetween(jumps / 2 - 2, jumps / 2 + 6);
        assertThat(tests.get(3).kupiec().exceptions()).isGreaterThanOrEqualTo(jumps - 4);
        assertThat(tests.get(3).kupiec().isRejected(0.01)).isTrue();
    }

    @Test
    void shouldPassOverTheFirstDayAndHoursOfWhichNothingIsSaid() {
        double[] prices = walk(3 * DAY);
        List<PoolMinute> minutes = new ArrayList<>(minutes(prices));
        assertThat(run(DoubleStream.of(prices).limit(DAY - HOUR).toArray(), minutes.subList(0, DAY - HOUR)))
                .isEmpty();
        int whole = run(prices, minutes).get(0).kupiec().observations();

        minutes.removeIf(minute -> {
            long hour = minute.timeMicros() / RangePath.MINUTE_MICROS / HOUR;
            return hour >= 50 && hour < 55;
        });

        assertThat(run(prices, minutes).get(0).kupiec().observations()).isEqualTo(whole - 5);
    }

    private static List<RiskTest> run(double[] prices, List<PoolMinute> minutes) {
        BacktestResult followed =
                HourlyBacktest.run(Rules.free(HedgeTarget.DELTA_NEUTRAL, new NoTradeBand.Fixed(0)), minutes);
        QuadraticBook pool = QuadraticBook.of(List.of(new ConcentratedRange(1000, Math.sqrt(1500), Math.sqrt(2500))));
        assertThat(pool.value(prices[0])).isCloseTo(RangePath.value(prices[0]), within(1e-6));
        return RiskBacktest.run(pool, minutes, followed);
    }

    private static List<PoolMinute> minutes(double[] prices) {
        return RangePath.minutes(RiskyToken.TOKEN0, 0, prices);
    }

    /** A geometric walk of normal steps. */
    private static double[] walk(int minutes) {
        Random random = new Random(7);
        double[] prices = new double[minutes];
        prices[0] = 2000;
        for (int i = 1; i < minutes; i++) {
            prices[i] = prices[i - 1] * Math.exp(DEVIATION * random.nextGaussian() - DEVIATION * DEVIATION / 2);
        }
        return prices;
    }
}
