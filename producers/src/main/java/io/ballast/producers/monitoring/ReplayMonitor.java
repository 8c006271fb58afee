/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Health;
import io.ballast.monitoring.Monitored;
import io.ballast.monitoring.Reading;
import io.ballast.monitoring.Sample;
import io.ballast.producers.replay.ReplayListener;
import io.ballast.producers.sink.CommitCounts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Watches a replay. It is ready while it reads. Thread-safe. */
public final class ReplayMonitor implements Monitored, ReplayListener {

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
