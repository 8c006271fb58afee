/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

/**
 * Losses on the other side of a tick from the price, and the time that the price was there, as with v3's growth and seconds outside:
 * differences alone have a meaning.
 *
 * @param outside  losses of a unit of liquidity there
 * @param timeMs  event time that the price spent there, milliseconds
 * @param sinceMs  event time of the last change: while somebody uses the tick, when the price crossed it last
 */
public record OutsideLosses(Losses outside, long timeMs, long sinceMs) {}
