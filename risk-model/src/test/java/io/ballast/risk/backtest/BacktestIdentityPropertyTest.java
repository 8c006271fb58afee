/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.hedge.advice.HedgeTarget;
import io.ballast.risk.hedge.advice.NoTradeBand;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class BacktestIdentityPropertyTest {
    private static final double ROUNDING = 1e-8;

    @Property(tries = 200)
    void resultIsMinusLossFeesFundingCostsAndWhatWasOpen(
            @ForAll @Size(min = 2, max = 80) List<@DoubleRange(min = 1000, max = 4000) Double> prices,
            @ForAll @DoubleRange(min = 0, max = 1) double theta,
            @ForAll @DoubleRange(min = 0, max = 5) double band,
            @ForAll RiskyToken risky) {
        FollowerRule rule = Rules.of(new HedgeTarget(theta), new NoTradeBand.Fixed(band), 0.0005, 0.0002, "0.0001");

        BacktestResult result = HourlyBacktest.run(rule, minutes(prices, risky));

        assertThat(result.worstGap()).isLessThan(ROUNDING);
    }

    @Property(tries = 100)
    void sharesOfTheHedgedVarianceAddUpToOne(
            @ForAll @Size(min = 130, max = 300) List<@DoubleRange(min = 1800, max = 2200) Double> prices) {
        FollowerRule rule = Rules.of(HedgeTarget.DELTA_NEUTRAL, new NoTradeBand.Fixed(0.1), 0.0005, 0.0002, "0.0001");

        BacktestResult result = HourlyBacktest.run(rule, minutes(prices, RiskyToken.TOKEN0));

        double shares = result.share(point -> -point.lvr())
                + result.share(BacktestPoint::openExposure)
                + result.share(BacktestPoint::costs)
                + result.share(point -> point.pool().fees().toDouble())
                + result.share(point -> point.account().funding().toDouble());
        assertThat(shares).isCloseTo(1, within(1e-6));
    }

    private static List<PoolMinute> minutes(List<Double> prices, RiskyToken risky) {
        return RangePath.minutes(
                risky, 0.01, prices.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
