/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/** What became of a source when its pair's price was made. */
public enum Standing {
    /** It is part of the price. */
    USED,
    /** It said nothing for too long. */
    STALE,
    /** Its clock is ahead of everybody else's. */
    AHEAD,
    /** Too far from the others, or from the price before. */
    REJECTED
}
