/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the input lag now and then, so that whoever wants to know need not wait for the broker. Thread-safe. */
final class LagWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
    private static final long EVERY_SECONDS = 5;
    private static final Duration OLD = Duration.ofSeconds(30);

    private record Seen(long offsets, Instant at) {}

    private final LongSupplier lag;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(LagWatch::daemon);
    private volatile Seen last;

    /** @param lag  may wait, and may throw a {@link KafkaException} */
    LagWatch(LongSupplier lag, InstantSource clock) {
        this.lag = lag;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "input-lag");
        thread.setDaemon(true);
        return thread;
    }

    LagWatch start() {
        timer.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    void look() {
        try {
            last = new Seen(lag.getAsLong(), clock.instant());
        } catch (KafkaException e) {
            LOG.debug("The broker does not tell the input lag", e);
        }
    }

    /** The newest answer; empty if there is none, or it is half a minute old. */
    OptionalLong offsets() {
        Seen seen = last;
        boolean known = seen != null && clock.instant().isBefore(seen.at().plus(OLD));
        return known ? OptionalLong.of(seen.offsets()) : OptionalLong.empty();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
