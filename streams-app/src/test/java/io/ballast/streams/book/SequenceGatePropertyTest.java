/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.streams.book.SequenceGate.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever the order in which records come. */
@Tag("fault")
class SequenceGatePropertyTest {

    /** A gate, and what it lets through. */
    private static final class Passage {

        private final List<Long> taken = new ArrayList<>();
        private final Set<Long> held = new HashSet<>();
        private final SequenceGate gate = new SequenceGate(0);

        private void come(long number, long nowMs) {
            if (gate.admits(number, nowMs)) {
                taken.add(number);
            } else {
                assertThat(held.add(number)).isTrue();
            }
            release();
            assertThat(gate.held()).isEqualTo(held.size());
        }

        private void release() {
            for (Run run = gate.ready(); run != null; run = gate.ready()) {
                for (long number = run.first(); number <= run.last(); number++) {
                    assertThat(held.remove(number)).isTrue();
                    taken.add(number);
                }
            }
        }

        private void waitInVain(long nowMs) {
            while (gate.giveUp(nowMs) != null) {
                release();
            }
        }
    }

    @Property
    void shouldRestoreTheOrderWhereNothingIsMissing(@ForAll Random random, @ForAll @IntRange(max = 300) int count) {
        List<Long> numbers = new ArrayList<>(LongStream.range(0, count).boxed().toList());
        Collections.shuffle(numbers, random);

        Passage passage = new Passage();
        numbers.forEach(number -> passage.come(number, 0));

        assertThat(passage.taken).isSorted().hasSize(count);
        assertThat(passage.held).isEmpty();
    }

    @Property
    void shouldLoseNothingAndTakeNothingTwiceWhereSomeAreMissing(
            @ForAll Random random,
            @ForAll @IntRange(max = 300) int count,
            @ForAll @DoubleRange(max = 0.5) double missing) {
        List<Long> numbers = new ArrayList<>(LongStream.range(0, count)
                .boxed()
                .filter(number -> random.nextDouble() >= missing)
                .toList());
        Collections.shuffle(numbers, random);

        Passage passage = new Passage();
        for (long timeMs = 0; timeMs < numbers.size(); timeMs++) {
            passage.come(numbers.get((int) timeMs), timeMs);
            if (random.nextInt(20) == 0) {
                passage.waitInVain(timeMs - random.nextInt(50));
            }
        }
        passage.waitInVain(Long.MAX_VALUE);

        assertThat(passage.held).isEmpty();
        assertThat(passage.taken).containsExactlyInAnyOrderElementsOf(numbers);
    }
}
