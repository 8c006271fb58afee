/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LiquidityStepPropertyTest {

    @Property(tries = 300)
    void aGroupMadeOfItsStepsHasTheSameFiguresAtEveryPrice(@ForAll Random random) {
        RandomRanges ranges = new RandomRanges(random);
        List<Contribution> positions = ranges.positions(random.nextInt(60));
        GroupTotals group = new GroupTotals();
        positions.forEach(group::add);

        GroupTotals copy = GroupTotals.ofSteps(
                group.count(), group.profile().steps(), group.hodl0X64(), group.hodl1X64(), group.realisedIlX64());

        for (int i = 0; i < 20; i++) {
            BigInteger price = ranges.price(positions);
            assertThat(copy.at(price)).isEqualTo(group.at(price));
        }
        assertThat(copy.profile().steps()).isEqualTo(group.profile().steps());
    }

    @Example
    void refusesStepsThatNoGroupHas() {
        LiquidityStep in = new LiquidityStep(-60, BigInteger.TEN);
        LiquidityStep out = new LiquidityStep(60, BigInteger.TEN.negate());

        assertRefused("at tick 60", out, in);
        assertRefused("after tick -60", in, in, out);
        assertRefused("is left above the last tick -60", in);
        assertRefused("must not be negative", new LiquidityStep(0, BigInteger.ONE.negate()), in);
        assertRefused("at most " + TickMath.MAX_TICK, in, new LiquidityStep(TickMath.MAX_TICK + 1, BigInteger.ONE));
        assertThatThrownBy(() -> new LiquidityStep(5, BigInteger.ZERO)).hasMessageContaining("at tick 5");
        assertThatThrownBy(() ->
                        GroupTotals.ofSteps(-1, List.of(in, out), BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO))
                .hasMessageContaining("-1 positions");
    }

    private static void assertRefused(String message, LiquidityStep... steps) {
        assertThatThrownBy(
                        () -> GroupTotals.ofSteps(1, List.of(steps), BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
