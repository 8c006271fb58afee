/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PoissonCountPropertyTest {

    private static final int SAMPLES = 20_000;
    private static final double ERRORS = 5;

    @Property(tries = 10, seed = "1837")
    void meanAndVarianceAreTheSame(@ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 25) double mean) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = IntStream.range(0, SAMPLES)
                .map(i -> PoissonCount.sample(mean, random))
                .toArray();

        double average = IntStream.of(counts).average().orElseThrow();
        double variance = IntStream.of(counts)
                .mapToDouble(count -> (count - average) * (count - average))
                .average()
                .orElseThrow();
        assertThat(average).isCloseTo(mean, within(ERRORS * Math.sqrt(mean / SAMPLES)));
        assertThat(variance).isCloseTo(mean, within(ERRORS * Math.sqrt((mean + 2 * mean * mean) / SAMPLES)));
    }

    @Property(tries = 10)
    void nothingHappensAtAMeanOfZero(@ForAll long seed) {
        assertThat(PoissonCount.sample(0, new SplittableRandom(seed))).isZero();
    }
}
