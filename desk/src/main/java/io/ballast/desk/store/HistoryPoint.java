/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

/**
 * Figures at one time.
 *
 * @param timeMs  event time, milliseconds since 1970 in UTC
 * @param figures  in the order of the history's; NaN: not known
 */
public record HistoryPoint(long timeMs, double[] figures) {}
