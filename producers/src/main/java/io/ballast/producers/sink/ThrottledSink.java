/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import java.time.Duration;

/** Slows another sink down to a rate of records. Blocks that were committed before cost nothing. */
public final class ThrottledSink implements RecordSink {

    /** How to wait; {@code Thread::sleep} but for tests. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** Waits shorter than this are left to add up: the operating system does not keep them. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
    /** Before a wait of this length readers get what is there, and no transaction outlives its timeout during it. */
    private static final Duration LONG_PAUSE = Duration.ofMillis(100);

    private final RecordSink sink;
    private final Throttle throttle;
    private final Pause pause;

    public ThrottledSink(RecordSink sink, Throttle throttle, Pause pause) {
        this.sink = sink;
        this.throttle = throttle;
        this.pause = pause;
    }

    @Override
    public int write(RecordBlock block) {
        int written = sink.write(block);
        if (written > 0) {
            Duration owed = throttle.wait(written);
            if (owed.compareTo(SHORTEST_PAUSE) >= 0) {
                rest(owed);
            }
        }
        return written;
    }

    private void rest(Duration owed) {
        if (owed.compareTo(LONG_PAUSE) >= 0) {
            sink.flush();
        }
        try {
            pause.of(owed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkException("interrupted while holding the rate", e);
        }
    }

    @Override
    public void flush() {
        sink.flush();
    }

    @Override
    public void finish() {
        sink.finish();
    }

    @Override
    public void close() {
        sink.close();
    }
}
