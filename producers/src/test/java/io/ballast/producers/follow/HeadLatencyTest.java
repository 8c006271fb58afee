/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadLatencyTest {

    private final List<Duration> heard = new ArrayList<>();
    private long nowMs;
    private final HeadLatency latency = new HeadLatency(heard::add, () -> nowMs * 1_000_000);

    private void after(long ms) {
        nowMs += ms;
    }

    @Test
    void isFromTheFirstSignOfABlockToItsCommit() {
        latency.known(10);
        after(12_000);
        latency.known(11);
        after(30);
        latency.known(11);
        after(50);
        latency.committed(11);

        assertThat(heard).containsExactly(Duration.ofMillis(80));
    }

    @Test
    void blocksBelowAHeadAreKnownWithIt() {
        latency.known(10);
        latency.known(13);
        for (long block = 11; block <= 13; block++) {
            after(5);
            latency.committed(block);
        }

        assertThat(heard).containsExactly(Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(15));
    }

    @Test
    void whatWasThereWhenWeCameIsNotMeasured() {
        latency.known(10);
        after(100);
        latency.committed(9);
        latency.committed(10);

        assertThat(heard).isEmpty();
    }

    @Test
    void aBlockThatReplacesAnotherIsNotMeasuredFromTheOther() {
        latency.known(10);
        latency.known(11);
        latency.committed(11);
        after(5000);
        latency.known(12);
        after(7);
        latency.committed(11);

        assertThat(heard).containsExactly(Duration.ZERO, Duration.ofMillis(7));
    }
}
