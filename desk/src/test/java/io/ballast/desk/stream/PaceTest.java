/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MS = 1_000_000;

    private long nanos;
    private final SharedTime shared = new SharedTime(() -> nanos);

    private int done;

    private final Pace cheap = new Pace(() -> nanos, shared);

    /** Something that takes so long. */
    private Runnable work(long ms) {
        return () -> {
            nanos += ms * MS;
            done++;
        };
    }

    private int doneWithin(long ms, Pace pace, long costMs) {
        int before = done;
        for (long end = nanos + ms * MS; nanos < end; nanos += MS) {
            pace.ifDue(work(costMs));
        }
        return done - before;
    }

    @Test
    void doesWhatCostsNothingFiveTimesASecond() {
        assertThat(doneWithin(10_000, cheap, 0)).isEqualTo(50);
    }

    @Test
    void doesWhatCostsTimeForATwentiethOfTheTime() {
        // 100 ms of each 2 s.
        assertThat(doneWithin(20_000, cheap, 100)).isEqualTo(10);
    }

    @Test
    void doesManyThingsForHalfOfTheTime_eachAsOftenAsTheOthers() {
        List<Pace> paces = IntStream.range(0, 50)
                .mapToObj(number -> new Pace(() -> nanos, shared))
                .toList();
        int[] turns = new int[paces.size()];
        // The first round tells what each costs.
        paces.forEach(pace -> pace.ifDue(work(100)));
        nanos += 20_000 * MS;
        done = 0;

        for (long end = nanos + 100_000 * MS; nanos < end; nanos += MS) {
            for (int index = 0; index < turns.length; index++) {
                int before = done;
                paces.get(index).ifDue(work(100));
                turns[index] += done - before;
            }
        }

        // 50 times 100 ms in each 10 s, and what all at once make of the last round.
        assertThat(done).isBetween(450, 550);
        assertThat(IntStream.of(turns).boxed().toList()).allMatch(count -> count >= 9 && count <= 11);
    }

    @Test
    void forgetsWhatNobodyAsksForAnyMore() {
        new Pace(() -> nanos, shared).ifDue(work(5_000));
        nanos += 61_000 * MS;

        assertThat(doneWithin(10_000, cheap, 0)).isEqualTo(50);
    }
}
