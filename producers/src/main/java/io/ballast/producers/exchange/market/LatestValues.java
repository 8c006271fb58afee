/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest observation of each subject that was not taken yet: who is slow to take gets fewer, not older ones, and memory has
 * room for one or two of each subject, whatever comes in. Thread-safe.
 */
public final class LatestValues {

    /** What became of an observation. */
    public enum Outcome {
        /** It waits to be taken. */
        ADDED,
        /** It waits in the place of an older one, which nobody will see. */
        CONFLATED,
        /** It is not newer than what was offered before, or says the same again: dropped. */
        OLD,
        /** Its subject is one too many: dropped. */
        NO_ROOM
    }

    private record Subject(Class<? extends Observed> kind, String instrumentId) {

        static Subject of(Observed observed) {
            return new Subject(observed.getClass(), observed.instrumentId());
        }
    }

    private final int mostSubjects;
    private final Map<Subject, Observed> newest = new HashMap<>();
    /** In the order in which the subjects began to wait: none waits longer than a round of all. */
    private final Map<Subject, Observed> waiting = new LinkedHashMap<>();

    /** @param mostSubjects  kinds of observations times instruments, at most */
    public LatestValues(int mostSubjects) {
        this.mostSubjects = mostSubjects;
    }

    /** Offers one. */
    public synchronized Outcome offer(Observed observed) {
        Subject subject = Subject.of(observed);
        Observed before = newest.get(subject);
        if (before == null && newest.size() >= mostSubjects) {
            return Outcome.NO_ROOM;
        }
        if (before != null && (observed.time().isBefore(before.time()) || observed.equals(before))) {
            return Outcome.OLD;
        }
        newest.put(subject, observed);
        return waiting.put(subject, observed) == null ? Outcome.ADDED : Outcome.CONFLATED;
    }

    /** Takes up to so many, those that waited longest first. */
    public synchronized List<Observed> take(int most) {
        List<Observed> taken = new ArrayList<>(Math.min(most, waiting.size()));
        Iterator<Observed> longest = waiting.values().iterator();
        while (longest.hasNext() && taken.size() < most) {
            taken.add(longest.next());
            longest.remove();
        }
        return taken;
    }
}
