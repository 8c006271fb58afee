/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.sink.RecordSink;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.LongSupplier;

/** Sends an input from its beginning to its end, once. */
public abstract class Replay {

    private static final double NANOS_PER_S = 1e9;

    /** What was found in the input; the components mean what they do in {@link ReplaySummary}. */
    record Found(
            long lines,
            long items,
            long blocks,
            long repeats,
            Map<String, Long> ignored,
            Map<String, Long> unattributed,
            List<String> notes,
            SortedSet<String> unmetSnapshots) {}

    private final Delivery delivery;
    private final ReplayListener listener;
    private final LongSupplier nanoTime;

    Replay(RecordSink sink, ReplayListener listener, LongSupplier nanoTime) {
        this.delivery = new Delivery(sink);
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /**
     * Reads the files to their end.
     *
     * @throws io.ballast.producers.files.InputException if a file cannot be read or is not what it should be
     * @throws io.ballast.producers.sink.SinkException if records cannot be written
     */
    public final ReplaySummary run() {
        long startNanos = nanoTime.getAsLong();
        Found found = send(delivery, listener);
        return new ReplaySummary(
                found.lines(),
                found.items(),
                found.blocks(),
                delivery.written(),
                delivery.before(),
                delivery.deadLetters(),
                found.repeats(),
                found.ignored(),
                found.unattributed(),
                found.notes(),
                found.unmetSnapshots(),
                (nanoTime.getAsLong() - startNanos) / NANOS_PER_S);
    }

    /** Reads all, and finishes the delivery. */
    abstract Found send(Delivery delivery, ReplayListener listener);
}
