/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/** How the market of a pair is, from the calmest on. */
public enum Regime {
    /** Too little was seen. */
    UNKNOWN,
    CALM,
    VOLATILE,
    EXTREME
}
