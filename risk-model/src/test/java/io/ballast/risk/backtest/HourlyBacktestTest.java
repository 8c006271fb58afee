/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.hedge.advice.HedgeTarget;
import io.ballast.risk.hedge.advice.NoTradeBand;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourlyBacktestTest {
    private static final long HOUR = 3_600_000_000L;

    @Test
    void shouldStandStillInHoursOfWhichNothingIsSaid() {
        BacktestResult result = run(new NoTradeBand.Fixed(1e9), at(0, 0), at(HOUR / 2, 1), at(3 * HOUR + 1, 2));

        double up = RangePath.value(2100) - RangePath.value(2000);
        double down = RangePath.value(1900) - RangePath.value(2100);
        assertThat(result.changes(BacktestPoint::unhedged))
                .containsExactly(new double[] {up, 0, 0, down}, within(1e-9));
    }

    @Test
    void shouldSayHowFarTheVarianceCameDown() {
        BacktestResult without = run(new NoTradeBand.Fixed(1e9), at(0, 0), at(HOUR, 1), at(2 * HOUR, 2));
        BacktestResult with = run(new NoTradeBand.Fixed(0), at(0, 0), at(HOUR, 1), at(2 * HOUR, 2));

        assertThat(without.reduction()).isZero();
        // What is left are the losses of the two steps. Nothing moves in the first hour.
        double up = RangePath.stepLoss(2000, 2100);
        double down = RangePath.stepLoss(2100, 1900);
        double left = variance(0, -up, -down);
        double all = variance(
                0, RangePath.value(2100) - RangePath.value(2000), RangePath.value(1900) - RangePath.value(2100));
        assertThat(with.reduction()).isCloseTo(1 - left / all, within(1e-6));
    }

    private static double variance(double a, double b, double c) {
        double mean = (a + b + c) / 3;
        return ((a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean)) / 2;
    }

    private static BacktestResult run(NoTradeBand band, PoolMinute... minutes) {
        return HourlyBacktest.run(Rules.free(HedgeTarget.DELTA_NEUTRAL, band), List.of(minutes));
    }

    private static PoolMinute at(long timeMicros, int index) {
        PoolMinute minute =
                RangePath.minutes(RiskyToken.TOKEN0, 0, 2000, 2100, 1900).get(index);
        return new PoolMinute(timeMicros, RiskyToken.TOKEN0, minute.figures());
    }
}
