/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * Subjects by a key of theirs, the first one at hand: a heap with four children to a node, which knows each subject's place so
 * that any can be taken out. Keys lie in the heap itself, since the four children of a node are then beside each other in
 * memory. Mutable and single-threaded.
 */
final class IndexedHeap {

    static final int ABSENT = -1;

    private static final int ARITY = 4;

    private final IntColumn places;
    private final IntColumn subjects = new IntColumn();
    private final DoubleColumn orders = new DoubleColumn();
    private final double sign;
    private int size;
    private double firstKey;

    /**
     * @param places  by subject, {@link #ABSENT} for those not in the heap
     * @param greatestFirst  else the smallest is
     */
    IndexedHeap(IntColumn places, boolean greatestFirst) {
        this.places = places;
        sign = greatestFirst ? -1 : 1;
        firstChanged();
    }

    /** The first key; where there is none, one that comes after all others. */
    double firstKey() {
        return firstKey;
    }

    int first() {
        return subjects.get(0);
    }

    void add(int subject, double key) {
        subjects.ensure(size + 1);
        orders.ensure(size + 1);
        siftUp(size++, subject, sign * key);
        firstChanged();
    }

    void remove(int subject) {
        int place = places.get(subject);
        places.set(subject, ABSENT);
        size--;
        if (place < size) {
            int last = subjects.get(size);
            double order = orders.get(size);
            if (place > 0 && order < orders.get(parent(place))) {
                siftUp(place, last, order);
            } else {
                siftDown(place, last, order);
            }
        }
        firstChanged();
    }

    private void firstChanged() {
        firstKey = sign * (size == 0 ? Double.POSITIVE_INFINITY : orders.get(0));
    }

    private void siftUp(int from, int subject, double order) {
        int place = from;
        while (place > 0 && order < orders.get(parent(place))) {
            move(parent(place), place);
            place = parent(place);
        }
        put(place, subject, order);
    }

    private void siftDown(int from, int subject, double order) {
        int place = from;
        int child = leastChild(place);
        while (child < size && orders.get(child) < order) {
            move(child, place);
            place = child;
            child = leastChild(place);
        }
        put(place, subject, order);
    }

    /** The size or more where the place has no child. */
    private int leastChild(int place) {
        int least = ARITY * place + 1;
        int end = Math.min(size, least + ARITY);
        for (int child = least + 1; child < end; child++) {
            if (orders.get(child) < orders.get(least)) {
                least = child;
            }
        }
        return least;
    }

    private static int parent(int place) {
        return (place - 1) / ARITY;
    }

    private void move(int from, int to) {
        put(to, subjects.get(from), orders.get(from));
    }

    private void put(int place, int subject, double order) {
        subjects.set(place, subject);
        orders.set(place, order);
        places.set(subject, place);
    }
}
