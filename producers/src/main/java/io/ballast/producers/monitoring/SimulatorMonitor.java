/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Health;
import io.ballast.monitoring.Monitored;
import io.ballast.monitoring.Reading;
import io.ballast.producers.sink.CommitCounts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Watches the simulator. It is ready while it makes blocks. Thread-safe. */
public final class SimulatorMonitor implements Monitored {

    private final CommitCounts commits;
    private final Steps steps;

    public SimulatorMonitor(CommitCounts commits, InstantSource clock) {
        this.commits = commits;
        this.steps = new Steps(clock);
    }

    /** A block is made. */
    public void step() {
        steps.made();
    }

    @Override
    public List<Reading> readings() {
        List<Reading> readings = new ArrayList<>(CommitReadings.of(commits));
        readings.addAll(steps.readings());
        return readings;
    }

    @Override
    public Health health() {
        return steps.standstill().map(Health::not).orElse(Health.READY);
    }
}
