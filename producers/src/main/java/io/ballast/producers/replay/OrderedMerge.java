/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Merges sequences, by time or another order: of what comes next in each, the earliest; of equals, that of the sequence named
 * first. Each sequence keeps its own order. Holds one element of each. Mutable, single-threaded.
 *
 * @param <T>  what the sequences are of
 * @param <K>  by what they are merged
 */
final class OrderedMerge<T, K extends Comparable<K>> implements Iterator<T> {

    private record Head<T, K>(T element, K key, int place, Iterator<? extends T> rest) {}

    private final Function<? super T, K> key;
    private final PriorityQueue<Head<T, K>> heads =
            new PriorityQueue<>(Comparator.<Head<T, K>, K>comparing(Head::key).thenComparing(Head::place));

    OrderedMerge(List<? extends Iterator<? extends T>> sequences, Function<? super T, K> key) {
        this.key = key;
        for (int place = 0; place < sequences.size(); place++) {
            advance(place, sequences.get(place));
        }
    }

    private void advance(int place, Iterator<? extends T> sequence) {
        if (sequence.hasNext()) {
            T element = sequence.next();
            heads.add(new Head<>(element, key.apply(element), place, sequence));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public T next() {
        Head<T, K> earliest = heads.poll();
        if (earliest == null) {
            throw new NoSuchElementException("all sequences are at their ends");
        }
        advance(earliest.place(), earliest.rest());
        return earliest.element();
    }
}
