/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.latency;

import io.ballast.benchmarks.kafka.Feeder;
import io.ballast.benchmarks.workload.FeedRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends ticks at a steady rate whatever becomes of them, each at its own time or, when this thread was held up, as soon as
 * it can. Latency counts from the time that a tick should have been sent, so no hold-up hides: not of the broker, not of the
 * application, not of this thread.
 */
public final class OpenLoop implements AutoCloseable {

    private static final long LEAD_NANOS = 50_000_000;

    private final Feeder feeder;
    private final List<FeedRecord> ticks;
    private final int firstTick;
    private final double nanosPerTick;
    private final long startNanos = System.nanoTime() + LEAD_NANOS;
    private final CompletableFuture<Void> sending;
    private volatile boolean stopped;
    private volatile boolean hurried;

    /**
     * Starts at once.
     *
     * @param firstTick  number of the first of these ticks
     */
    public OpenLoop(Feeder feeder, List<FeedRecord> ticks, int firstTick, int perSecond) {
        this.feeder = feeder;
        this.ticks = ticks;
        this.firstTick = firstTick;
        this.nanosPerTick = 1e9 / perSecond;
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> send(done), "open-loop");
        thread.setDaemon(true);
        this.sending = done;
        thread.start();
    }

    private void send(CompletableFuture<Void> done) {
        try {
            for (int i = 0; i < ticks.size() && !stopped; i++) {
                awaitTurn(firstTick + i);
                feeder.sendSoon(ticks.get(i));
            }
            feeder.flush();
            done.complete(null);
        } catch (RuntimeException failure) {
            done.completeExceptionally(failure);
        }
    }

    private void awaitTurn(int tick) {
        for (long left = intendedNanos(tick) - System.nanoTime(); left > 0 && !hurried; ) {
            LockSupport.parkNanos(Math.min(left, LEAD_NANOS));
            left = intendedNanos(tick) - System.nanoTime();
        }
    }

    /** When a tick is to be sent, on the clock of {@link System#nanoTime}. */
    public long intendedNanos(int tick) {
        return startNanos + (long) ((tick - firstTick) * nanosPerTick);
    }

    /** The first tick that is to be sent after a time. */
    public int firstTickAfter(long nanos) {
        return firstTick + 1 + (int) Math.max(-1, (nanos - startNanos) / nanosPerTick);
    }

    /** Sends what is left at once, for whoever does not measure any more. */
    public void hurry() {
        hurried = true;
    }

    /** @throws IllegalStateException if sending failed */
    public void awaitAll() {
        try {
            sending.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("ticks could not be sent", e.getCause());
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
