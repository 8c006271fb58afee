/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import java.time.Duration;

/** Ticks at which streams tell their news; a stream that missed some waits for the next one only. Thread-safe. */
final class Ticker implements AutoCloseable {
    /** In place of a tick. */
    static final long ENDED = -1;

    private final Thread thread;
    private final Duration interval;
    private long tick;
    private boolean ended;

    Ticker(Duration interval) {
        this.interval = interval;
        this.thread = new Thread(this::run, "desk-ticker");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!hasEnded()) {
                Thread.sleep(interval.toMillis());
                advance();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    synchronized void advance() {
        tick++;
        notifyAll();
    }

    synchronized long current() {
        return tick;
    }

    /** Waits for a tick after that one; {@link #ENDED}: there will be none. */
    synchronized long awaitAfter(long last) {
        try {
            while (tick <= last && !ended) {
                wait();
            }
            return ended ? ENDED : tick;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return ENDED;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        thread.interrupt();
    }
}
