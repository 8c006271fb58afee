/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.terminal.ProgressBar;
import io.ballast.producers.replay.ReplayListener;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

/** Shows how much of the input has been read, a few times a second, and stops when the process is told to end. */
public final class BytesRead implements ReplayListener {
    private static final long STEP_NANOS = 100_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ProgressBar bar;
    private final LongSupplier nanoTime;
    private final long begin;
    private long lastShown;

    public BytesRead(ProgressBar bar, LongSupplier nanoTime) {
        this.bar = bar;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.lastShown = begin - STEP_NANOS;
    }

    @Override
    public void advanced(Progress progress) {
        if (Thread.interrupted()) {
            throw new CancellationException("interrupted");
        }
        long now = nanoTime.getAsLong();
        if (now - lastShown >= STEP_NANOS) {
            lastShown = now;
            bar.show(progress.bytesRead(), progress.bytesTotal(), (now - begin) / NANOS_PER_SECOND);
        }
    }
}
