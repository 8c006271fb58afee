/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.row.RowForm;

/**
 * What a kind of pool of shares says of itself. Immutable.
 *
 * @param <P>  its parameters that change, immutable and with equality
 */
public interface ShareRules<P> {

    /** Parameters at the start. */
    P initial();

    /**
     * Parameters after an event of the kind's own.
     *
     * @throws IllegalArgumentException if the kind knows no such event
     */
    P changed(P parameters, BookEvent.PoolChange event);

    /** The curve at a time, Unix seconds. */
    ShareCurve at(P parameters, long seconds);

    /** Amplification at a time; null: the curve has none. */
    default Double amplification(P parameters, long seconds) {
        return null;
    }

    /** Weight of token0 at a time, as a fraction; null: the curve has none. */
    default Double weight0(P parameters, long seconds) {
        return null;
    }

    /** Stored form of the parameters. */
    RowForm<P> form();
}
