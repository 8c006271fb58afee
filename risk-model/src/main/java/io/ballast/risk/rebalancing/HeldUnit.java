/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.rolling.UnitHolding;

/**
 * What a unit of depth holds.
 *
 * @param sinceMs  event time of the trade that left it so
 */
public record HeldUnit(UnitHolding holding, long sinceMs) {}
