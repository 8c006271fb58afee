/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A history that comes in record by record at an even rate, whatever happens meanwhile. */
public final class SteadyLoad implements AutoCloseable {

    private final LiveTopics topics;
    private final Iterator<TestRecord> left;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    private SteadyLoad(LiveTopics topics, List<TestRecord> records) {
        this.topics = topics;
        left = records.iterator();
    }

    /** @param between  from one record to the next */
    public static SteadyLoad start(LiveTopics topics, List<TestRecord> records, Duration between) {
        SteadyLoad load = new SteadyLoad(topics, records);
        load.timer.scheduleAtFixedRate(load::sendNext, 0, between.toNanos(), TimeUnit.NANOSECONDS);
        return load;
    }

    private void sendNext() {
        try {
            if (left.hasNext()) {
                topics.send(left.next());
            } else if (!over.isDone()) {
                topics.flush();
                over.complete(null);
            }
        } catch (RuntimeException e) {
            over.completeExceptionally(e);
        }
    }

    public boolean isOver() {
        return over.isDone();
    }

    /** Waits until everything is on the topics. */
    public void awaitEnd(Duration atMost) throws Exception {
        over.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
