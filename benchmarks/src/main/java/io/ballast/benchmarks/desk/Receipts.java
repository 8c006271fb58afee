/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import io.ballast.benchmarks.latency.OpenLoop;

/**
 * How long after their intended time records were seen by clients. A client that sees a record of a position has then seen what
 * those before it would have told, which it was not told of: they count as seen now, so no hold-up of a stream hides behind the newest
 * figures. One thread reads, any looks.
 */
final class Receipts {

    private final RiskBook book;
    private final DelayHistogram delays = new DelayHistogram();
    private volatile Load load;
    private long own;

    /**
     * @param firstNumber  of the first record that is sent
     * @param firstMeasured  of the first after the warm-up
     * @param end  of the last, and one more
     */
    record Load(OpenLoop sending, int firstNumber, int firstMeasured, int end) {}

    Receipts(RiskBook book) {
        this.book = book;
    }

    /** From now on what is seen is measured. */
    void begin(Load begun) {
        load = begun;
    }

    /**
     * A client has seen a record.
     *
     * @param before  of the same position that it saw before; smaller
     * @return whether it is the last one of the position
     */
    boolean seen(long before, long number, long nowNanos) {
        Load measured = load;
        if (measured == null || number < measured.firstNumber()) {
            return false;
        }
        own += number >= measured.firstMeasured() ? 1 : 0;
        long next = Math.max(before + book.watched(), firstOf(number, measured.firstMeasured()));
        for (long answered = next; answered <= number; answered += book.watched()) {
            delays.add(nowNanos - measured.sending().intendedNanos((int) answered));
        }
        return number + book.watched() >= measured.end();
    }

    /** The first number from a bound on that is of the same position. */
    private long firstOf(long number, long bound) {
        return bound + Math.floorMod(number - bound, book.watched());
    }

    DelayHistogram delays() {
        return delays;
    }

    /** The part of all records seen that clients were not told of but by a later one. */
    double byLater() {
        return delays.count() == 0 ? Double.NaN : 1 - (double) own / delays.count();
    }
}
