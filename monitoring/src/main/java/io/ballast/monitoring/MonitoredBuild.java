/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.ArrayList;
import java.util.List;

/** Tells which build a process is, before what the process tells itself. */
public final class MonitoredBuild implements Monitored {

    private final BuildInfo build;
    private final Monitored process;

    public MonitoredBuild(BuildInfo build, Monitored process) {
        this.build = build;
        this.process = process;
    }

    @Override
    public List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        readings.add(build.reading());
        readings.addAll(process.readings());
        return readings;
    }

    @Override
    public Health health() {
        return process.health();
    }
}
