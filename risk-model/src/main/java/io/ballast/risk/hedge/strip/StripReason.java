/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One statement on how a hedge came about, as data for whoever puts it into words.
 *
 * @param code  what is said
 * @param figures  the numbers in it by name, unit as the name or the code says, dollars otherwise
 */
public record StripReason(Code code, SortedMap<String, Double> figures) {

    /** What can be said, and with which figures. */
    public enum Code {
        /** The positions lose nothing at any price. */
        NOTHING_TO_HEDGE,
        /** Chosen: the linear programme's answer. cost; chordCost if there is a chord hedge. */
        CHEAPEST_COVER,
        /** Chosen: chords between strikes. cost. */
        CHORD_COVER,
        /** Chosen: what the premium buys. budget, spent. */
        BEST_FOR_PREMIUM,
        /** Chosen: neither programme nor chords have an answer; forward and cash alone. cost. */
        CASH_COVER,
        /** The linear programme has no answer, or the solver did not find it. */
        NO_PROGRAMME_ANSWER,
        /** The linear programme's answer left more open than rounding: not used. shortfall. */
        PROGRAMME_ANSWER_REFUSED,
        /** Whole lots and limited sizes changed the cost. costBefore, costAfter. */
        ROUNDED_TO_LOTS,
        /** Part of the loss is covered by cash set aside. cash. */
        CASH_SET_ASIDE,
        /** Losses rise above all strikes faster than the hedge. coins. */
        NOT_COVERED_ABOVE,
        /** Not every price is covered. shortfall, price. */
        NOT_COVERED
    }

    public StripReason {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    static StripReason of(Code code, Map<String, Double> figures) {
        return new StripReason(code, new TreeMap<>(figures));
    }
}
