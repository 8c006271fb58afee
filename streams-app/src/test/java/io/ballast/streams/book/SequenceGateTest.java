/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.streams.book.SequenceGate.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceGateTest {

    private static final long WAIT_MS = 2000;

    private final List<Long> taken = new ArrayList<>();
    private SequenceGate gate = new SequenceGate(0);
    private long nowMs;

    private void come(long... numbers) {
        for (long number : numbers) {
            if (gate.admits(number, nowMs)) {
                taken.add(number);
                release();
            }
        }
    }

    private void release() {
        for (Run run = gate.ready(); run != null; run = gate.ready()) {
            for (long number = run.first(); number <= run.last(); number++) {
                taken.add(number);
            }
        }
    }

    private List<String> waitUntil(long timeMs) {
        nowMs = timeMs;
        List<String> missing = new ArrayList<>();
        for (Run gap = gate.giveUp(nowMs - WAIT_MS); gap != null; gap = gate.giveUp(nowMs - WAIT_MS)) {
            missing.add(gap.first() + "-" + gap.last());
            release();
        }
        return missing;
    }

    @Test
    void shouldTakeWhatComesInOrder() {
        come(0, 1, 2);

        assertThat(taken).containsExactly(0L, 1L, 2L);
        assertThat(gate.held()).isZero();
    }

    @Test
    void shouldHoldBackUntilWhatIsBeforeHasCome() {
        come(0, 4, 2, 5, 3);
        assertThat(taken).containsExactly(0L);
        assertThat(gate.held()).isEqualTo(4);

        come(1);

        assertThat(taken).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(gate.held()).isZero();
        assertThat(gate.next()).isEqualTo(6);
    }

    @Test
    void shouldLetRepeatsThroughForTheBookToDecide() {
        come(0, 1, 3, 1, 3);

        assertThat(taken).containsExactly(0L, 1L, 1L, 3L);
        come(2);
        assertThat(taken).containsExactly(0L, 1L, 1L, 3L, 2L, 3L);
    }

    @Test
    void shouldGoOnWithoutWhatDoesNotCome_eachGapInItsOwnTime() {
        come(0, 2, 3);
        nowMs = 500;
        come(7);

        assertThat(waitUntil(1999)).isEmpty();
        assertThat(waitUntil(2000)).containsExactly("1-1");
        assertThat(taken).containsExactly(0L, 2L, 3L);
        come(4);
        assertThat(waitUntil(2500)).containsExactly("5-6");
        assertThat(taken).containsExactly(0L, 2L, 3L, 4L, 7L);
    }

    @Test
    void shouldTakeLateComersAtOnce() {
        come(0, 2);
        waitUntil(2000);

        come(1, 3);

        assertThat(taken).containsExactly(0L, 2L, 1L, 3L);
    }

    @Test
    void shouldNotWaitForEveryHole_whereATopicKeepsItsRecordsNoLonger() {
        come(10, 20, 30, 40, 50);

        assertThat(waitUntil(2000)).hasSize(5);
        come(60, 70);

        assertThat(taken).containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L);
        assertThat(gate.isPatient()).isFalse();
    }

    @Test
    void shouldStopWaiting_whereGapsNeverClose() {
        come(0);
        for (int gap = 1; gap <= SequenceGate.PATIENCE; gap++) {
            assertThat(gate.isPatient()).isTrue();
            come(2 * gap);
            assertThat(waitUntil(WAIT_MS * gap)).hasSize(1);
        }

        come(100);

        assertThat(taken).endsWith(100L);
    }

    @Test
    void shouldWaitAgain_onceSomethingComesLateAfterAll() {
        come(0, 2, 4, 6);
        waitUntil(2000);
        come(10);
        assertThat(gate.isPatient()).isFalse();

        come(9, 12);

        assertThat(gate.isPatient()).isTrue();
        assertThat(taken).containsExactly(0L, 2L, 4L, 6L, 10L, 9L);
        come(11);
        assertThat(taken).endsWith(9L, 11L, 12L);
    }

    @Test
    void shouldStayPatient_whereGapsClose() {
        for (int gap = 0; gap < 10; gap++) {
            come(3L * gap + 1);
            come(3L * gap, 3L * gap + 2);
        }
        come(31);

        assertThat(gate.isPatient()).isTrue();
        assertThat(gate.held()).isEqualTo(1);
    }

    @Test
    void shouldGiveUpTheOldestGap_whenTooManyAreHeld() {
        come(0, 5, 6, 9);

        assertThat(gate.giveUpFirst()).isEqualTo(new Run(1, 4, 0));
        release();

        assertThat(taken).containsExactly(0L, 5L, 6L);
        assertThat(gate.held()).isEqualTo(1);
    }

    @Test
    void shouldGoOnAfterARestartWhereItStopped() {
        gate = new SequenceGate(64);

        come(65);
        assertThat(taken).isEmpty();
        come(64);
        assertThat(taken).containsExactly(64L, 65L);
    }

    @Test
    void shouldPutBackWhatAnEarlierLifeHeld() {
        gate = new SequenceGate(3);
        gate.restore(4, nowMs);
        gate.restore(5, nowMs);
        gate.restore(9, nowMs);

        come(3);

        assertThat(taken).containsExactly(3L, 4L, 5L);
        assertThat(waitUntil(2000)).containsExactly("6-8");
    }
}
