/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.hedge.advice.HedgeTarget;
import io.ballast.risk.hedge.advice.NoTradeBand;
import java.util.List;
import org.junit.jupiter.api.Test;

class HedgeFollowerTest {
    private static final NoTradeBand NONE = new NoTradeBand.Fixed(0);
    private static final NoTradeBand ENDLESS = new NoTradeBand.Fixed(1e9);
    private static final double CENT = 0.01;
    private static final double LOTS = 1e-4;

    @Test
    void shouldLeaveMinusTheLossOfTheGridWhenDeltaNeutralAtEveryStep() {
        BacktestPoint end = end(Rules.free(HedgeTarget.DELTA_NEUTRAL, NONE), there());

        // The example of docs/concepts/rolling-losses.md: 2,000 to 2,200 and back costs 106.54 + 101.58.
        assertThat(end.lvr()).isCloseTo(208.12, within(CENT));
        assertThat(end.hedged()).isCloseTo(-208.12, within(CENT));
        assertThat(end.total().total().toDouble()).isCloseTo(-208.12, within(CENT));
    }

    @Test
    void shouldLeaveMinusTheLossOfTheGridBesideHoldingWhenIlNeutral() {
        BacktestPoint end =
                end(Rules.free(HedgeTarget.IL_NEUTRAL, NONE), RangePath.minutes(RiskyToken.TOKEN0, 0, 2000, 2200));

        // Hedged IL is -106.54, the basket's 2.3607 coins brought 200 each.
        assertThat(end.hedged()).isCloseTo(-106.54, within(CENT));
        assertThat(end.total().total().toDouble()).isCloseTo(-106.54 + 2.3607 * 200, within(2 * CENT));
    }

    @Test
    void shouldHedgeToken1AgainstMoneyInToken0() {
        double[] prices = {1 / 2000.0 * 4e6, 1 / 2100.0 * 4e6, 1 / 1900.0 * 4e6};
        BacktestPoint end =
                end(Rules.free(HedgeTarget.DELTA_NEUTRAL, NONE), RangePath.minutes(RiskyToken.TOKEN1, 0, prices));

        // Money is token0: what holders of the last basket would have more, step by step.
        double loss = 0;
        for (int i = 1; i < prices.length; i++) {
            double now = 1 / prices[i];
            loss += RangePath.token0(prices[i - 1])
                    + RangePath.token1(prices[i - 1]) * now
                    - RangePath.token0(prices[i])
                    - RangePath.token1(prices[i]) * now;
        }
        assertThat(loss).isPositive();
        assertThat(end.lvr()).isCloseTo(loss, within(1e-12));
        assertThat(end.hedged()).isCloseTo(-loss, within(1e-9));
    }

    @Test
    void shouldTradeAtEachStepWithoutABandAndNeverWithinAWideOne() {
        BacktestPoint busy = end(Rules.free(HedgeTarget.DELTA_NEUTRAL, NONE), there());
        BacktestPoint idle = end(Rules.free(HedgeTarget.DELTA_NEUTRAL, ENDLESS), there());

        assertThat(busy.churn().trades()).isEqualTo(3);
        assertThat(busy.churn().looks()).isEqualTo(3);
        assertThat(idle.churn().trades()).isZero();
        assertThat(idle.churn().recommendations()).isEqualTo(1);
        assertThat(idle.hedged()).isEqualTo(idle.unhedged()).isCloseTo(0, within(1e-9));
    }

    @Test
    void shouldPayFeeAndHalfTheSpreadOnWhatItTrades() {
        List<PoolMinute> minutes = RangePath.minutes(RiskyToken.TOKEN0, 0, 2000, 2200);
        BacktestPoint end = end(Rules.of(HedgeTarget.DELTA_NEUTRAL, NONE, 0.0005, 0.0001, null), minutes);

        double first = RangePath.token0(2000) * 2000;
        double second = (RangePath.token0(2000) - RangePath.token0(2200)) * 2200;
        double spread = 0.0001 * (first + second);
        double fees = 0.0005 * (first * 0.9999 + second * 1.0001);
        assertThat(end.spread()).isCloseTo(spread, within(LOTS));
        assertThat(end.account().costs().toDouble()).isCloseTo(-fees, within(LOTS));
        assertThat(end.hedged()).isCloseTo(-106.54 - spread - fees, within(CENT));
    }

    @Test
    void shouldPayFundingOnWhatWasHeldAtEachInterval() {
        PoolMinute start = RangePath.minutes(RiskyToken.TOKEN0, 0, 2000).get(0);
        PoolMinute late = new PoolMinute(17 * 3_600_000_000L, RiskyToken.TOKEN0, start.figures());

        BacktestPoint end = end(Rules.of(HedgeTarget.DELTA_NEUTRAL, NONE, 0, 0, "-0.0001"), List.of(start, late));

        // At 8 and at 16 o'clock; the rate is negative and the hedge is short: it pays.
        double once = RangePath.token0(2000) * 2000 * 0.0001;
        assertThat(end.account().funding().toDouble()).isCloseTo(-2 * once, within(LOTS));
    }

    @Test
    void shouldAddUpToTheChangeOfAllWorth() {
        List<PoolMinute> minutes = RangePath.minutes(RiskyToken.TOKEN0, 0.5, 2000, 2300, 2700, 1400, 1900);
        FollowerRule rule = Rules.of(HedgeTarget.IL_NEUTRAL, new NoTradeBand.Fixed(0.3), 0.0005, 0.0001, null);
        BacktestPoint end = end(rule, minutes);

        double pool = RangePath.value(1900) - RangePath.value(2000) + 4 * 0.5;
        assertThat(end.pool().total().toDouble()).isCloseTo(pool, within(1e-9));
        assertThat(end.hedged()).isCloseTo(end.explained(), within(1e-9));
    }

    @Test
    void shouldRefuseLiquidityThatComesOrGoesAndTimeThatGoesBack() {
        PoolMinute start = RangePath.minutes(RiskyToken.TOKEN0, 0, 2000).get(0);
        PoolMinute other = RangePath.minutes(RiskyToken.TOKEN0, 0, 2100, 2000).get(1);
        HedgeFollower follower = new HedgeFollower(Rules.free(HedgeTarget.DELTA_NEUTRAL, NONE), start);

        assertThatThrownBy(() -> follower.step(other)).hasMessageContaining("liquidity came or went");
        assertThatThrownBy(() -> follower.step(start)).hasMessageContaining("come after those");
    }

    private static List<PoolMinute> there() {
        return RangePath.minutes(RiskyToken.TOKEN0, 0, 2000, 2200, 2000);
    }

    private static BacktestPoint end(FollowerRule rule, List<PoolMinute> minutes) {
        return HourlyBacktest.run(rule, minutes).end();
    }
}
