/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class BarrierProbabilityPropertyTest {

    private static final double ROUNDING = 1e-13;

    @Property
    void shouldRiseWithTimeAndFallWithDistance(
            @ForAll @DoubleRange(min = 0.01, max = 5) double down,
            @ForAll @DoubleRange(min = 0.01, max = 5) double up,
            @ForAll @DoubleRange(min = 0.01, max = 5) double deviation) {
        double probability = BarrierProbability.ofLeaving(down, up, deviation);

        assertThat(probability).isBetween(0.0, 1.0);
        assertThat(BarrierProbability.ofLeaving(down, up, 1.01 * deviation)).isGreaterThan(probability - ROUNDING);
        assertThat(BarrierProbability.ofLeaving(1.01 * down, up, deviation)).isLessThan(probability + ROUNDING);
        assertThat(BarrierProbability.ofLeaving(down, 1.01 * up, deviation)).isLessThan(probability + ROUNDING);
    }

    @Property
    void shouldLieBetweenOneBoundAloneAndBothTogether(
            @ForAll @DoubleRange(min = 0.01, max = 5) double down,
            @ForAll @DoubleRange(min = 0.01, max = 5) double up,
            @ForAll @DoubleRange(min = 0.01, max = 5) double deviation) {
        double fall = BarrierProbability.ofFalling(down, deviation);
        double rise = BarrierProbability.ofRising(up, deviation);

        assertThat(BarrierProbability.ofLeaving(down, up, deviation))
                .isBetween(Math.max(fall, rise) - ROUNDING, Math.min(1, fall + rise) + ROUNDING);
    }
}
