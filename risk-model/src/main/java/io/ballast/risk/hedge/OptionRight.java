/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/** What the holder of an option may do. */
public enum OptionRight {
    /** Buy at the strike. */
    CALL,
    /** Sell at the strike. */
    PUT
}
