/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import java.util.OptionalDouble;

/**
 * The stretch of prices in which a position is not behind holding.
 *
 * @param lower  where it falls behind on the way down; empty: it does not, as far as was looked
 * @param upper  where it falls behind on the way up; empty likewise
 */
public record BreakEven(OptionalDouble lower, OptionalDouble upper) {}
