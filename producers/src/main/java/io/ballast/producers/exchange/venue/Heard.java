/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import io.ballast.producers.exchange.market.Observed;

/** One thing that a message says. */
public sealed interface Heard {

    /** Something of a market. */
    record Market(Observed observed) implements Heard {}

    /** A market's number that we had before: a repeat. */
    record Repeat(String instrumentId) implements Heard {}

    /**
     * Numbers of a market were left out.
     *
     * @param missed  how many, above 0
     */
    record Gap(String instrumentId, long missed) implements Heard {}

    /** Part of a message cannot be read. */
    record Malformed(String why) implements Heard {}

    /** Something that we know and have no use for, such as an acknowledgement. */
    record Aside(String type) implements Heard {}

    /** Something of a type that we do not know. */
    record Unknown(String type) implements Heard {}

    /** The exchange refuses something, or warns: for people to read. */
    record Complaint(String words) implements Heard {}

    /** Something has to be answered. */
    record Question(String answer) implements Heard {}

    /** The link is of no more use. */
    record StartOver(String why) implements Heard {}
}
