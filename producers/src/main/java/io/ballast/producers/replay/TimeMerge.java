/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Merges sequences by time: of what comes next in each, the earliest; of the same time, that of the sequence named first. Each
 * sequence keeps its own order. Holds one element of each. Mutable, single-threaded.
 *
 * @param <T>  what the sequences are of
 */
final class TimeMerge<T> implements Iterator<T> {

    private record Head<T>(T element, Instant time, int place, Iterator<? extends T> rest) {}

    private final Function<? super T, Instant> time;
    private final PriorityQueue<Head<T>> heads = new PriorityQueue<>(
            Comparator.<Head<T>, Instant>comparing(Head::time).thenComparing(Head::place));

    TimeMerge(List<? extends Iterator<? extends T>> sequences, Function<? super T, Instant> time) {
        this.time = time;
        for (int place = 0; place < sequences.size(); place++) {
            advance(place, sequences.get(place));
        }
    }

    private void advance(int place, Iterator<? extends T> sequence) {
        if (sequence.hasNext()) {
            T element = sequence.next();
            heads.add(new Head<>(element, time.apply(element), place, sequence));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public T next() {
        Head<T> earliest = heads.poll();
        if (earliest == null) {
            throw new NoSuchElementException("all sequences are at their ends");
        }
        advance(earliest.place(), earliest.rest());
        return earliest.element();
    }
}
