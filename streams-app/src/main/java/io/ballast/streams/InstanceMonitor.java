/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import io.ballast.monitoring.Health;
import io.ballast.monitoring.Monitored;
import io.ballast.monitoring.Reading;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** Watches an instance. It is ready while its share is restored and being worked on. Close it before the instance. Thread-safe. */
public final class InstanceMonitor implements Monitored, AutoCloseable {

    private final RiskApplication application;
    private final LagWatch lag;

    private InstanceMonitor(RiskApplication application, LagWatch lag) {
        this.application = application;
        this.lag = lag;
    }

    public static InstanceMonitor start(RiskApplication application, InstantSource clock) {
        InputLag lag = application.inputLag();
        return new InstanceMonitor(application, new LagWatch(lag::offsets, clock).start());
    }

    @Override
    public List<Reading> readings() {
        return InstanceReadings.of(
                application.counters(),
                application.restoration(),
                isRunning(),
                lag.offsets(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
    }

    @Override
    public Health health() {
        Optional<Throwable> failure = application.failure();
        if (failure.isPresent()) {
            return Health.not("it failed: " + failure.get().getMessage());
        }
        return isRunning() ? Health.READY : Health.not("Kafka Streams is " + application.state());
    }

    private boolean isRunning() {
        return application.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public void close() {
        lag.close();
    }
}
