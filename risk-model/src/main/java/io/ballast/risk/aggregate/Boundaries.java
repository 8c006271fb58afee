/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;

/** Liquidity of a group by the ticks where its ranges begin and end. */
public interface Boundaries {

    /** Liquidity of the ranges that begin at a tick, less that of those that end there. */
    BigInteger netAt(int tick);

    /** The lowest tick above this one where a range may begin or end; null: none. */
    Integer boundaryAbove(int tick);
}
