/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.scenario.KupiecTest;

/**
 * How often the loss of an hour went beyond the value at risk told before it.
 *
 * @param hedged  the pool with the hedge as it was at the beginning of each hour; false: the pool alone
 * @param level  such as 0.99
 */
public record RiskTest(boolean hedged, double level, KupiecTest kupiec) {}
