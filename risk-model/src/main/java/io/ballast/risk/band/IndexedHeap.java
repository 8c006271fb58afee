/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * Subjects by a key of theirs, the first one at hand: a heap with four children to a node, which knows each subject's place so
 * that any can be taken out. Mutable and single-threaded.
 */
final class IndexedHeap {

    private static final int ARITY = 4;
    static final int ABSENT = -1;

    private final DoubleColumn keys;
    private final IntColumn places;
    private final IntColumn heap = new IntColumn();
    private final double sign;
    private int size;
    private double firstKey;

    /**
     * @param keys  by subject; a key may change only while its subject is not in the heap
     * @param places  by subject, {@link #ABSENT} for those not in the heap
     * @param greatestFirst  else the smallest is
     */
    IndexedHeap(DoubleColumn keys, IntColumn places, boolean greatestFirst) {
        this.keys = keys;
        this.places = places;
        sign = greatestFirst ? -1 : 1;
        firstKey = sign * Double.POSITIVE_INFINITY;
    }

    /** The first key; where there is none, one that comes after all others. */
    double firstKey() {
        return firstKey;
    }

    int first() {
        return heap.get(0);
    }

    void add(int subject) {
        heap.ensure(size + 1);
        siftUp(size++, subject);
        firstChanged();
    }

    void remove(int subject) {
        int place = places.get(subject);
        places.set(subject, ABSENT);
        int last = heap.get(--size);
        if (place < size) {
            siftDown(place, last);
            if (heap.get(place) == last) {
                siftUp(place, last);
            }
        }
        firstChanged();
    }

    private void firstChanged() {
        firstKey = size == 0 ? sign * Double.POSITIVE_INFINITY : keys.get(heap.get(0));
    }

    private void siftUp(int from, int subject) {
        double order = order(subject);
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / ARITY;
            int above = heap.get(parent);
            if (order(above) <= order) {
                break;
            }
            put(place, above);
            place = parent;
        }
        put(place, subject);
    }

    private void siftDown(int from, int subject) {
        double order = order(subject);
        int place = from;
        int least = leastChild(place);
        while (least >= 0 && order(heap.get(least)) < order) {
            put(place, heap.get(least));
            place = least;
            least = leastChild(place);
        }
        put(place, subject);
    }

    /** Negative where the place has no child. */
    private int leastChild(int place) {
        int start = ARITY * place + 1;
        int end = Math.min(size, start + ARITY);
        int least = -1;
        double leastOrder = 0;
        for (int child = start; child < end; child++) {
            double order = order(heap.get(child));
            if (least < 0 || order < leastOrder) {
                least = child;
                leastOrder = order;
            }
        }
        return least;
    }

    private double order(int subject) {
        return sign * keys.get(subject);
    }

    private void put(int place, int subject) {
        heap.set(place, subject);
        places.set(subject, place);
    }
}
