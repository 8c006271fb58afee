/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.desk;

import io.ballast.desk.Desk;
import io.ballast.desk.ingest.IngestStatus;
import io.ballast.monitoring.Health;
import io.ballast.monitoring.Monitored;
import io.ballast.monitoring.Reading;
import io.ballast.monitoring.Sample;
import java.util.List;

/** Watches a desk. It is ready while it reads, and has read what was there. Thread-safe. */
public final class DeskMonitor implements Monitored {
    private final Desk desk;

    public DeskMonitor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Reading> readings() {
        IngestStatus status = desk.status();
        return List.of(
                Sample.of(DeskMetric.CAUGHT_UP, status.caughtUp() ? 1 : 0),
                Sample.of(DeskMetric.BROKER_ANSWERS, status.brokerAnswers() ? 1 : 0));
    }

    @Override
    public Health health() {
        IngestStatus status = desk.status();
        if (!desk.isAlive()) {
            return Health.not("the desk reads no more; its log says why");
        }
        if (!status.caughtUp()) {
            return Health.not("it has not read yet what was there when it started");
        }
        return status.brokerAnswers()
                ? Health.READY
                : new Health(List.of(), List.of("the broker does not answer; figures stay as they are"));
    }
}
