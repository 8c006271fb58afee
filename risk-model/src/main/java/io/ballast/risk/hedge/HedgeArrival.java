/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/** What became of an event that was given to a {@link HedgeBook}. */
public enum HedgeArrival {
    /** Taken in; nothing later of its leg was known. */
    IN_ORDER,
    /** Taken in before events that had come earlier: the leg was worked out anew, as if all had come in order. */
    LATE,
    /** Known already and not counted again. */
    REPEATED,
    /** A fill that its venue dates after the settlement of the instrument: kept, flagged, and without effect. */
    AFTER_SETTLEMENT,
    /** Dated at or before the time up to which the book is closed: not taken in. */
    CLOSED
}
