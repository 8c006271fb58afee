/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.replay.ReplayListener;
import io.ballast.producers.sink.CommitCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayMonitorTest {

    private static final Duration NIGHT = Duration.ofHours(8).plusSeconds(3);

    private Instant now = Instant.parse("2026-11-27T20:00:00Z");
    private final ReplayMonitor monitor = new ReplayMonitor(new CommitCounts(), () -> now);

    @Test
    void isReadyAllThroughAPauseOfTheMarket() {
        List<Boolean> ready = new ArrayList<>();
        Instant begin = now;
        monitor.advanced(new ReplayListener.Progress(1, 2, 1, 1, 1));

        boolean goesOn = monitor.watched(pause -> {
                    now = now.plus(pause);
                    return ready.add(monitor.health().isReady());
                })
                .of(NIGHT);

        assertThat(goesOn).isTrue();
        assertThat(now).isEqualTo(begin.plus(NIGHT));
        assertThat(ready).hasSizeGreaterThan(60).containsOnly(true);
    }

    @Test
    void aPauseThatIsToStopIsNotGoneOnWith() {
        List<Duration> parts = new ArrayList<>();

        boolean goesOn = monitor.watched(pause -> {
                    parts.add(pause);
                    return false;
                })
                .of(NIGHT);

        assertThat(goesOn).isFalse();
        assertThat(parts).hasSize(1);
    }

    @Test
    void isNotReadyWhenNothingMovesForAMinuteWithoutAPause() {
        monitor.advanced(new ReplayListener.Progress(1, 2, 1, 1, 1));
        now = now.plusSeconds(61);

        assertThat(monitor.health().isReady()).isFalse();
    }
}
