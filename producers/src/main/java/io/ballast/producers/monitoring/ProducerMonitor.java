/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Health;
import io.ballast.monitoring.Monitored;
import io.ballast.monitoring.Reading;
import io.ballast.producers.sink.CommitCounts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all producers tell: what they have committed, and when they made their last step. Thread-safe. */
abstract class ProducerMonitor implements Monitored {

    private final CommitCounts commits;
    private final Steps steps;

    ProducerMonitor(CommitCounts commits, InstantSource clock) {
        this.commits = commits;
        this.steps = new Steps(clock);
    }

    /** A step went well. */
    final void made() {
        steps.made();
    }

    final Optional<String> standstill() {
        return steps.standstill();
    }

    @Override
    public final List<Reading> readings() {
        List<Reading> readings = new ArrayList<>(CommitReadings.of(commits));
        readings.addAll(steps.readings());
        tell(readings);
        return readings;
    }

    /** Adds what only this producer has to tell. */
    abstract void tell(List<Reading> readings);

    @Override
    public Health health() {
        return standstill().map(Health::not).orElse(Health.READY);
    }
}
