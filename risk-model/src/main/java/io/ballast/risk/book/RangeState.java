/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/** Where the pool's price is, seen from a position. */
public enum RangeState {
    /** No price yet. */
    UNKNOWN,
    /** Under the range: all token0. */
    BELOW,
    /** In it: tickLower <= tick < tickUpper; earns fees. */
    IN_RANGE,
    /** Over it: all token1. */
    ABOVE,
    /** No liquidity left. */
    CLOSED
}
