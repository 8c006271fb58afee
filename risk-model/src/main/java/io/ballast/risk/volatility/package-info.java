/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How much a price moves, from ticks, returns or bars. Nothing knows a clock: times are those of the observations.
 *
 * <p>A variance here is of the natural logarithm of the price, over the time that is named; {@link
 * io.ballast.risk.volatility.Annual} turns it into a volatility a year of 365 days.
 */
package io.ballast.risk.volatility;
