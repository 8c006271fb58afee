/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import java.util.Map;
import java.util.TreeMap;

/**
 * Puts one producer's records of one pool back into the order of delivery: says which may be taken in and which have to be
 * held back until those before them have come.
 *
 * <p>A record that is missing may never come: its topic kept it no longer, or somebody filtered it out. So none is waited for
 * longer than a while, and after a few vain waits none is waited for at all, until one comes late after all. What comes out of
 * order then is left to the book's history. Mutable and single-threaded; holds numbers, not records.
 */
final class SequenceGate {

    /** So many waits in vain, and the next gap is not waited for. */
    static final int PATIENCE = 3;

    /**
     * Held numbers without a gap.
     *
     * @param sinceMs  when the first of them came
     */
    record Run(long first, long last, long sinceMs) {

        private Run with(Run following) {
            return new Run(first, following.last, Math.min(sinceMs, following.sinceMs));
        }
    }

    private final TreeMap<Long, Run> runs = new TreeMap<>();
    private long next;
    private long held;
    private int vain;

    /** @param next  the number to come */
    SequenceGate(long next) {
        this.next = next;
    }

    /** The number to come. */
    long next() {
        return next;
    }

    /** How many are held back. */
    long held() {
        return held;
    }

    /** False after too many waits in vain. */
    boolean isPatient() {
        return vain < PATIENCE;
    }

    /** False if the last gap was given up with no patience left. */
    boolean wasPatient() {
        return vain <= PATIENCE;
    }

    /** Puts back a number that an earlier life held back. */
    void restore(long number, long nowMs) {
        hold(number, nowMs);
    }

    /**
     * A record has come.
     *
     * @return true: it may be taken in; false: it has to be held back
     */
    boolean admits(long number, long nowMs) {
        if (number < next || isHeld(number)) {
            // A repeat or, if we went on without it, proof that waiting is worth while.
            vain = 0;
            return true;
        }
        if (number == next || !isPatient()) {
            passTo(number);
            return true;
        }
        hold(number, nowMs);
        return false;
    }

    /** Held numbers that are next now, which are held no longer; null where there are none. */
    Run ready() {
        if (runs.isEmpty() || runs.firstKey() > next) {
            return null;
        }
        Run run = runs.pollFirstEntry().getValue();
        held -= run.last() - run.first() + 1;
        next = Math.max(next, run.last() + 1);
        return run;
    }

    /**
     * Goes on without what is missing before the first held number, if that has waited for too long or all patience is lost.
     *
     * @return the numbers that were missing; null if none is given up
     */
    Run giveUp(long sinceBeforeMs) {
        if (runs.isEmpty() || isPatient() && runs.firstEntry().getValue().sinceMs() > sinceBeforeMs) {
            return null;
        }
        return giveUpFirst();
    }

    /** Goes on without what is missing before the first held number, because too many are held. */
    Run giveUpFirst() {
        Run missing =
                new Run(next, runs.firstKey() - 1, runs.firstEntry().getValue().sinceMs());
        next = runs.firstKey();
        vain++;
        return missing;
    }

    private void passTo(long number) {
        if (isPatient() && !runs.isEmpty()) {
            // Others wait for this one: it was worth while.
            vain = 0;
        }
        next = number + 1;
    }

    private boolean isHeld(long number) {
        Map.Entry<Long, Run> before = runs.floorEntry(number);
        return before != null && number <= before.getValue().last();
    }

    private void hold(long number, long nowMs) {
        Run joined = new Run(number, number, nowMs);
        Map.Entry<Long, Run> before = runs.floorEntry(number);
        if (before != null && before.getValue().last() == number - 1) {
            joined = before.getValue().with(joined);
        }
        Run after = runs.remove(number + 1);
        if (after != null) {
            joined = joined.with(after);
        }
        runs.put(joined.first(), joined);
        held++;
    }
}
