/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Reading;
import io.ballast.monitoring.Sample;
import io.ballast.producers.replay.ReplayListener;
import io.ballast.producers.sink.CommitCounts;
import io.ballast.producers.waiting.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Watches a replay. It is ready while it reads. Thread-safe. */
public final class ReplayMonitor extends ProducerMonitor implements ReplayListener {

    private static final Duration PART_OF_PAUSE = Duration.ofSeconds(10);

    private volatile Progress progress;

    public ReplayMonitor(CommitCounts commits, InstantSource clock) {
        super(commits, clock);
    }

    @Override
    public void advanced(Progress now) {
        progress = now;
        made();
    }

    /** The same pauses, in parts: who keeps the pace of a market that rests does not stand still. */
    public Pause watched(Pause pause) {
        return whole -> {
            boolean goesOn = true;
            for (Duration left = whole; goesOn && left.compareTo(Duration.ZERO) > 0; left = left.minus(PART_OF_PAUSE)) {
                goesOn = pause.of(left.compareTo(PART_OF_PAUSE) < 0 ? left : PART_OF_PAUSE);
                made();
            }
            return goesOn;
        };
    }

    @Override
    void tell(List<Reading> readings) {
        Progress now = progress;
        if (now != null) {
            readings.add(Sample.of(ProducerMetric.REPLAY_LINES, now.lines()));
            readings.add(Sample.of(ProducerMetric.REPLAY_BYTES_READ, now.bytesRead()));
            readings.add(Sample.of(ProducerMetric.REPLAY_BYTES, now.bytesTotal()));
        }
    }
}
