/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Health;
import io.ballast.monitoring.Monitored;
import io.ballast.monitoring.Reading;
import io.ballast.monitoring.Sample;
import io.ballast.producers.replay.ReplayListener;
import io.ballast.producers.sink.CommitCounts;
import io.ballast.producers.sink.ThrottledSink;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Watches a replay. It is ready while it reads. Thread-safe. */
public final class ReplayMonitor implements Monitored, ReplayListener {

    private static final Duration PART_OF_PAUSE = Duration.ofSeconds(10);

    private final CommitCounts commits;
    private final Steps steps;
    private volatile Progress progress;

    public ReplayMonitor(CommitCounts commits, InstantSource clock) {
        this.commits = commits;
        this.steps = new Steps(clock);
    }

    @Override
    public void advanced(Progress now) {
        progress = now;
        steps.made();
    }

    /** The same pauses, in parts: who keeps the pace of a market that rests does not stand still. */
    public ThrottledSink.Pause watched(ThrottledSink.Pause pause) {
        return whole -> {
            for (Duration left = whole; left.compareTo(Duration.ZERO) > 0; left = left.minus(PART_OF_PAUSE)) {
                pause.of(left.compareTo(PART_OF_PAUSE) < 0 ? left : PART_OF_PAUSE);
                steps.made();
            }
        };
    }

    @Override
    public List<Reading> readings() {
        List<Reading> readings = new ArrayList<>(CommitReadings.of(commits));
        readings.addAll(steps.readings());
        Progress now = progress;
        if (now != null) {
            readings.add(Sample.of(ProducerMetric.REPLAY_LINES, now.lines()));
            readings.add(Sample.of(ProducerMetric.REPLAY_BYTES_READ, now.bytesRead()));
            readings.add(Sample.of(ProducerMetric.REPLAY_BYTES, now.bytesTotal()));
        }
        return readings;
    }

    @Override
    public Health health() {
        return steps.standstill().map(Health::not).orElse(Health.READY);
    }
}
