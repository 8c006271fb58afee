/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/** A reason not to take a position's figures for exact. */
public enum Quality {
    /** No price seen yet: no amounts, no value. */
    PRICE_UNKNOWN,
    /** Token decimals not known: raw integers only. */
    DECIMALS_UNKNOWN,
    /** The pool was not followed from its start, or a record of it is missing: fees are too low or estimates. */
    FEES_INCOMPLETE,
    /** Fees are estimated from bars. */
    FEES_ESTIMATED,
    /** The position was there before we followed it: its deposits are not in the cost basis. */
    HISTORY_INCOMPLETE,
    /** A record came too late to be put in its place. */
    LATE_EVENT,
    /** The pool would refuse to pay so little. */
    WITHDRAWAL_REFUSED,
    /** The pool, its vault or a position manager of it is paused: what withdrawing pays cannot be had now. */
    PAUSED
}
