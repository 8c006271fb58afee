/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import io.ballast.producers.exchange.market.LatestValues;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what was heard of one exchange. Thread-safe: metrics are read by others. */
public final class FeedCounts {

    /** Types are told by the exchange: there is room for so many. */
    private static final int MOST_TYPES = 100;

    private static final String OTHER_TYPES = "others";

    private long observations;
    private long conflated;
    private long old;
    private long repeats;
    private long gaps;
    private long missed;
    private long noRoom;
    private long deadLetters;
    private long lettersDropped;
    private long complaints;
    private final SortedMap<String, Long> unknownTypes = new TreeMap<>();
    private Duration lag = Duration.ZERO;
    private Duration leastLag = Duration.ZERO;
    /** True: the least lag begins anew with the next. */
    private boolean lagTaken = true;

    synchronized void observed(LatestValues.Outcome outcome) {
        switch (outcome) {
            case ADDED -> observations++;
            case CONFLATED -> {
                observations++;
                conflated++;
            }
            case OLD -> old++;
            case NO_ROOM -> noRoom++;
        }
    }

    synchronized void repeat() {
        repeats++;
    }

    synchronized void gap(long numbers) {
        gaps++;
        missed += numbers;
    }

    synchronized void unknown(String type) {
        String counted = unknownTypes.containsKey(type) || unknownTypes.size() < MOST_TYPES ? type : OTHER_TYPES;
        unknownTypes.merge(counted, 1L, Long::sum);
    }

    synchronized void complaint() {
        complaints++;
    }

    synchronized void deadLetter(boolean kept) {
        deadLetters++;
        if (!kept) {
            lettersDropped++;
        }
    }

    /** @param late  our clock when it came less the exchange's own time of it */
    synchronized void late(Duration late) {
        lag = late;
        leastLag = lagTaken || late.compareTo(leastLag) < 0 ? late : leastLag;
        lagTaken = false;
    }

    /** Observations of markets that were new. */
    public synchronized long observations() {
        return observations;
    }

    /** Of these, those in whose place a newer one was written. */
    public synchronized long conflated() {
        return conflated;
    }

    /** Observations that were no newer than what we had. */
    public synchronized long old() {
        return old;
    }

    /** Numbers that we had before. */
    public synchronized long repeats() {
        return repeats;
    }

    /** Times that numbers were left out. */
    public synchronized long gaps() {
        return gaps;
    }

    /** Numbers left out. */
    public synchronized long missed() {
        return missed;
    }

    /** Observations dropped since there are too many instruments. */
    public synchronized long noRoom() {
        return noRoom;
    }

    /** Messages, or parts of them, that could not be read. */
    public synchronized long deadLetters() {
        return deadLetters;
    }

    /** Of these, those that were not kept since there were too many. */
    public synchronized long lettersDropped() {
        return lettersDropped;
    }

    /** Refusals and warnings of the exchange. */
    public synchronized long complaints() {
        return complaints;
    }

    /** How often types of messages came that we do not know. */
    public synchronized SortedMap<String, Long> unknownTypes() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(unknownTypes));
    }

    /** How late the newest observation was, by both clocks. */
    public synchronized Duration lag() {
        return lag;
    }

    /**
     * The least of it since this was asked last, which is what both clocks differ by at most, and the way here. Below zero: the
     * exchange's clock is ahead of ours by so much at least.
     */
    public synchronized Duration takeLeastLag() {
        lagTaken = true;
        return leastLag;
    }
}
