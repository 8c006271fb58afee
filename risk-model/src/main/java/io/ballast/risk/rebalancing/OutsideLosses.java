/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

/**
 * Losses on the other side of a tick from the price, as with v3's growth outside: differences alone have a meaning.
 *
 * @param outside  losses of a unit of liquidity there
 * @param sinceMs  event time of the last change
 */
public record OutsideLosses(Losses outside, long sinceMs) {}
