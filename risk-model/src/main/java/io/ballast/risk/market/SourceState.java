/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * A source as it is remembered.
 *
 * @param seen  what it said last
 * @param arrivedMs  the pair's time when that came
 */
public record SourceState(Observation seen, long arrivedMs) {}
