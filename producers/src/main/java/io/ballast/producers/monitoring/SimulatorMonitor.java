/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Reading;
import io.ballast.producers.sink.CommitCounts;
import java.time.InstantSource;
import java.util.List;

/** Watches the simulator. It is ready while it makes blocks. Thread-safe. */
public final class SimulatorMonitor extends ProducerMonitor {

    public SimulatorMonitor(CommitCounts commits, InstantSource clock) {
        super(commits, clock);
    }

    /** A block is made. */
    public void step() {
        made();
    }

    @Override
    void tell(List<Reading> readings) {
        // Its blocks are told by what is committed.
    }
}
