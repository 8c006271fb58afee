/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.producers.waiting.Pause;
import java.time.Duration;

/** Slows another sink down to a rate of records. Blocks that were committed before cost nothing. */
public final class ThrottledSink extends WaitingSink {

    /** Waits shorter than this are left to add up: the operating system does not keep them. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);

    private final Throttle throttle;

    public ThrottledSink(RecordSink sink, Throttle throttle, Pause pause) {
        super(sink, pause);
        this.throttle = throttle;
    }

    @Override
    public int write(RecordBlock block) {
        int written = super.write(block);
        if (written > 0) {
            Duration owed = throttle.wait(written);
            if (owed.compareTo(SHORTEST_PAUSE) >= 0) {
                await(owed, "holding the rate");
            }
        }
        return written;
    }
}
