/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.producers.waiting.Pause;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Writes to another sink later than it could. */
public abstract class WaitingSink extends ForwardingSink {

    /** Before a wait of this length readers get what is there, and no transaction outlives its timeout during it. */
    private static final Duration LONG_PAUSE = Duration.ofMillis(100);

    private final Pause pause;

    protected WaitingSink(RecordSink sink, Pause pause) {
        super(sink);
        this.pause = pause;
    }

    /**
     * Waits.
     *
     * @param what  it waits for, for messages: {@code keeping the pace}
     * @throws SinkException if the caller is to stop
     */
    protected final void await(Duration duration, String what) {
        if (duration.compareTo(LONG_PAUSE) >= 0) {
            flush();
        }
        if (!pause.of(duration)) {
            throw new SinkException("interrupted while " + what, new CancellationException("told to stop"));
        }
    }
}
