/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.range.RangeRule.Advice;
import org.junit.jupiter.api.Test;

class RangeRuleTest {

    private static final long HOUR = 3_600_000;
    private static final RangeRule RULE = new RangeRule(HOUR, 10 * HOUR);
    private static final NewRange OLD = new NewRange(-600, 600);
    private static final ReRange.Costs COSTS = new ReRange.Costs(0.003, 0.0005, 2);

    @Test
    void shouldKeepTheWidthAndPutThePriceInTheMiddle() {
        assertThat(OLD.around(1234, 60)).isEqualTo(new NewRange(660, 1860));
        assertThat(OLD.around(-1234, 60)).isEqualTo(new NewRange(-1860, -660));
        assertThat(new NewRange(0, 60).around(89, 60)).isEqualTo(new NewRange(60, 120));
        assertThat(OLD.around(887_200, 60)).isEqualTo(new NewRange(886_020, 887_220));
    }

    @Test
    void shouldSwapHalfOfAPositionThatIsAllInOneToken() {
        // A range around the price holds the same worth of both: 1 - 1/sqrt(b/s) and 1 - sqrt(a/s) are equal.
        assertThat(OLD.token0Share(1)).isCloseTo(0.5, within(1e-12));
        assertThat(OLD.token0Share(2)).isZero();
        assertThat(OLD.token0Share(0.5)).isEqualTo(1);

        ReRange plan = ReRange.of(OLD, 1, 1000, 0, COSTS, 4, 2 * HOUR);

        assertThat(plan.swapped()).isCloseTo(500, within(1e-9));
        assertThat(plan.cost()).isCloseTo(500 * 0.0035 + 2, within(1e-9));
        assertThat(plan.paybackMs()).isEqualTo(Math.round(3.75 / 4 * 2 * HOUR));
    }

    @Test
    void shouldHaveNoPaybackOfWhatNeverEarned() {
        assertThat(ReRange.of(OLD, 1, 1000, 0, COSTS, 0, HOUR).paybackMs()).isNull();
        assertThat(ReRange.of(OLD, 1, 1000, 0, COSTS, 1, 0).paybackMs()).isNull();
    }

    @Test
    void shouldAdviseByTheTimeOutAndThePayback() {
        assertThat(RULE.forPosition(true, 0, plan(HOUR))).isEqualTo(Advice.STAY);
        assertThat(RULE.forPosition(false, HOUR - 1, plan(HOUR))).isEqualTo(Advice.WAIT);
        assertThat(RULE.forPosition(false, HOUR, plan(10 * HOUR))).isEqualTo(Advice.RE_RANGE);
        assertThat(RULE.forPosition(false, HOUR, plan(10 * HOUR + 1))).isEqualTo(Advice.TOO_DEAR);
        assertThat(RULE.forPosition(false, HOUR, plan(null))).isEqualTo(Advice.UNDECIDED);
    }

    private static ReRange plan(Long paybackMs) {
        return new ReRange(OLD, 1, 1, paybackMs);
    }

    @Test
    void shouldFollowAnOrderOnItsWay() {
        RangeOrder.Side sell = RangeOrder.Side.of(true, false);
        assertThat(RangeOrder.of(sell, 1, 2, 0.5).filled()).isZero();
        // x goes from 1/a - 1/b = 1/2 to 1/s - 1/b = 1/6.
        assertThat(RangeOrder.of(sell, 1, 2, 1.5).filled()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(RULE.forOrder(RangeOrder.of(sell, 1, 2, 1.5))).isEqualTo(Advice.STAY);
        assertThat(RULE.forOrder(RangeOrder.of(sell, 1, 2, 2.1))).isEqualTo(Advice.TAKE_ORDER);

        RangeOrder.Side buy = RangeOrder.Side.of(false, true);
        assertThat(RangeOrder.of(buy, 1, 2, 3).filled()).isZero();
        assertThat(RangeOrder.of(buy, 1, 2, 1.25).filled()).isCloseTo(0.75, within(1e-15));
        assertThat(RangeOrder.of(buy, 1, 2, 1).isFilled()).isTrue();

        assertThat(RangeOrder.of(RangeOrder.Side.of(true, true), 1, 2, 1).isOrder())
                .isFalse();
        assertThat(RangeOrder.Side.of(false, false)).isEqualTo(RangeOrder.Side.NONE);
    }
}
