/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

/** What a unit of depth of a pool of shares holds: now, and what it held where windows start. */
public interface UnitHoldings {

    /** Only after the pool's first price. */
    UnitHolding now();

    /** As of a window's start. */
    UnitHolding at(WindowStart start);

    /**
     * True if somebody may come out ahead of holding: where a deposit or withdrawal may be a trade on good terms, or the curve
     * may become another. Otherwise no loss over a window is positive.
     */
    boolean canGain();
}
