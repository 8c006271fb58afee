/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that stores cannot be written to disk any more. RocksDB fails in the background then, as when the disk is full, holds up
 * whoever writes to such a store for as long as it lasts, and tells it in a metric alone: the instance would seem to run. Thread-safe.
 */
final class DiskWatch implements AutoCloseable {

    /** Kafka Streams' metric of a store: how often RocksDB failed to write it out. */
    static final String ERRORS = "background-errors";

    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final long EVERY_SECONDS = 2;

    private final Supplier<Collection<? extends Metric>> metrics;
    private final Path folder;
    private final Consumer<Throwable> told;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(DiskWatch::daemon);

    /**
     * @param metrics  of Kafka Streams
     * @param folder  of the state
     * @param told  hears of it
     */
    DiskWatch(Supplier<Collection<? extends Metric>> metrics, Path folder, Consumer<Throwable> told) {
        this.metrics = metrics;
        this.folder = folder;
        this.told = told;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "disk-watch");
        thread.setDaemon(true);
        return thread;
    }

    DiskWatch start() {
        timer.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    void look() {
        long errors = errors();
        if (errors > 0) {
            told.accept(new IllegalStateException("stores cannot be written to " + folder + ", where "
                    + folder.toFile().getUsableSpace() + " bytes are free: RocksDB failed " + errors + " times"));
            timer.shutdown();
        }
    }

    private long errors() {
        try {
            return metrics.get().stream()
                    .filter(metric -> metric.metricName().name().equals(ERRORS))
                    .mapToLong(metric -> ((Number) metric.metricValue()).longValue())
                    .sum();
        } catch (StreamsException e) {
            LOG.debug("A store that is being closed does not tell", e);
            return 0;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
