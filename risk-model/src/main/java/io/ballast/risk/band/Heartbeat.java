/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * Subjects in the order in which they were last published, by event time. The period is the same for all, so that the first one
 * is always the next to be published again. Mutable and single-threaded.
 */
final class Heartbeat {

    private static final int OUTSIDE = -2;

    private final long periodMs;
    private final LongColumn publishedMs = new LongColumn();
    private final IntColumn previous = new IntColumn();
    private final IntColumn next = new IntColumn();
    private final LinkedOrder order = new LinkedOrder(previous, next);
    private long firstMs;

    /** @param periodMs  0 for never */
    Heartbeat(long periodMs) {
        if (periodMs < 0) {
            throw new IllegalArgumentException("A heartbeat of " + periodMs + " ms is negative; 0 switches it off");
        }
        this.periodMs = periodMs;
    }

    /** A new subject, not published. */
    void created(int id) {
        publishedMs.ensure(id + 1);
        previous.ensure(id + 1);
        next.ensure(id + 1);
        next.set(id, OUTSIDE);
    }

    /** A time before that of others is put in its place, at the cost of passing those. */
    void published(int id, long timeMs) {
        forget(id);
        int before = order.last();
        while (before != LinkedOrder.NONE && publishedMs.get(before) > timeMs) {
            before = order.before(before);
        }
        publishedMs.set(id, timeMs);
        order.addAfter(before, id);
        firstChanged();
    }

    /** What was published does not count any more. */
    void forget(int id) {
        if (counts(id)) {
            order.remove(id);
            next.set(id, OUTSIDE);
            firstChanged();
        }
    }

    /** Whether it was published, and that still counts. */
    boolean counts(int id) {
        return next.get(id) != OUTSIDE;
    }

    /** Whether anything that was published is older than the period. */
    boolean isOver(long nowMs) {
        return periodMs > 0 && order.size() > 0 && nowMs - firstMs >= periodMs;
    }

    boolean isOver(int id, long nowMs) {
        return periodMs > 0 && nowMs - publishedMs.get(id) >= periodMs;
    }

    long publishedAt(int id) {
        return publishedMs.get(id);
    }

    int first() {
        return order.first();
    }

    int last() {
        return order.last();
    }

    int before(int id) {
        return order.before(id);
    }

    private void firstChanged() {
        firstMs = order.size() == 0 ? 0 : publishedMs.get(order.first());
    }
}
