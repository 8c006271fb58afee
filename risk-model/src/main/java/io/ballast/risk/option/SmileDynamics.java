/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

/** What implied volatilities do when the forward moves. */
public enum SmileDynamics {
    /** Each strike keeps its volatility. */
    STICKY_STRIKE,
    /** Each moneyness K/F keeps its volatility: the smile moves along with the forward. */
    STICKY_MONEYNESS
}
