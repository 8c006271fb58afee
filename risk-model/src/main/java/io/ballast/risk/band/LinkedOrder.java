/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/** Subjects in a row, linked through two columns: any can be taken out at once. Mutable and single-threaded. */
final class LinkedOrder {

    static final int NONE = -1;

    private final IntColumn previous;
    private final IntColumn next;
    private int first = NONE;
    private int last = NONE;
    private int size;

    LinkedOrder(IntColumn previous, IntColumn next) {
        this.previous = previous;
        this.next = next;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    int size() {
        return size;
    }

    int before(int subject) {
        return previous.get(subject);
    }

    void addLast(int subject) {
        addAfter(last, subject);
    }

    /** @param before  {@link #NONE} to put it first */
    void addAfter(int before, int subject) {
        int after = before == NONE ? first : next.get(before);
        link(before, subject);
        link(subject, after);
        size++;
    }

    void remove(int subject) {
        link(previous.get(subject), next.get(subject));
        size--;
    }

    private void link(int before, int after) {
        if (before == NONE) {
            first = after;
        } else {
            next.set(before, after);
        }
        if (after == NONE) {
            last = before;
        } else {
            previous.set(after, before);
        }
    }
}
