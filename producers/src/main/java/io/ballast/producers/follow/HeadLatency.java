/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Measures what following adds: from when we first knew of a block, by a look or by a websocket, to when its records were
 * committed. What was there when we first looked is not measured. Thread-safe.
 */
public final class HeadLatency {

    /** A follower that is so far behind is not with the head: the oldest are forgotten. */
    private static final int MOST_HEADS = 1_000;

    private final Consumer<Duration> listener;
    private final LongSupplier nanoTime;
    /** When a head was first known, by its number; numbers and times ascend together. */
    private final TreeMap<Long, Long> knownNanos = new TreeMap<>();

    private long first = Long.MAX_VALUE;

    /**
     * @param listener  hears each latency
     * @param nanoTime  a clock such as {@link System#nanoTime()}
     */
    public HeadLatency(Consumer<Duration> listener, LongSupplier nanoTime) {
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /** For those who do not want to know. */
    public static HeadLatency unmeasured() {
        return new HeadLatency(latency -> {}, () -> 0);
    }

    /** There is a head of that number, told for the first time or again. */
    public synchronized void known(long number) {
        first = Math.min(first, number);
        if (number > first && (knownNanos.isEmpty() || number > knownNanos.lastKey())) {
            knownNanos.put(number, nanoTime.getAsLong());
        }
        if (knownNanos.size() > MOST_HEADS) {
            knownNanos.pollFirstEntry();
        }
    }

    /** The records of the block are committed. It was known with the first head that is no lower. */
    synchronized void committed(long number) {
        Map.Entry<Long, Long> head = knownNanos.ceilingEntry(number);
        if (head != null && number > first) {
            listener.accept(Duration.ofNanos(nanoTime.getAsLong() - head.getValue()));
        }
        // Of a branch that replaces it we know only from now on.
        knownNanos.headMap(number, true).clear();
    }
}
