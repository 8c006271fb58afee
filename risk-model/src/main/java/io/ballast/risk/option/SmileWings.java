/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

/** How a smile goes on beyond its outermost strikes. */
public enum SmileWings {
    /** Volatility stays what it is at the outermost strike. */
    FLAT,
    /**
     * Total variance goes on along the last piece's slope over log-moneyness, if that rises outwards, else flat; never steeper
     * than 2, beyond which no distribution of prices is left (Lee, "The moment formula for implied volatility", 2004).
     */
    LINEAR
}
