/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

import io.ballast.risk.hedge.InstrumentKey;
import java.math.BigDecimal;

/**
 * One trade of an advice.
 *
 * @param contracts  positive: buy; a whole number of lots
 * @param coins  the same in coins
 * @param cost  fee and half the spread, in money; not negative
 */
public record VenueTrade(InstrumentKey instrument, BigDecimal contracts, double coins, double cost) {}
