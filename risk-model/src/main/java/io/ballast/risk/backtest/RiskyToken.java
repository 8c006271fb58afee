/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

/** Which token of a pool is hedged; the other one is the money that results are told in. */
public enum RiskyToken {
    TOKEN0,
    TOKEN1
}
