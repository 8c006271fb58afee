/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Publication bands: which figures must be published anew after a price has moved, found without looking at the others.
 *
 * <p>The story. A <em>subject</em> is a position, or a portfolio's part of a pool. Its figures were published once. As long as
 * the price stays inside an open interval of sqrt prices, its {@link io.ballast.risk.band.QuietBand}, each of them is within its
 * {@link io.ballast.risk.band.Tolerances tolerance} of what was published. A {@link io.ballast.risk.band.PriceCurve} finds that
 * interval: {@link io.ballast.risk.band.Segment} in closed form, {@link io.ballast.risk.band.NumericCurve} by bisection.
 * A {@link io.ballast.risk.band.BandIndex} holds the bands of all subjects of a pool in heaps, so that a price inside all of
 * them costs four comparisons, and the ones it leaves are found in logarithmic time each.
 * {@link io.ballast.risk.band.SubjectTable} knows the subjects by name.
 *
 * <p>The promise: every subject's last published figures are within tolerance of the truth at the last tick, or the subject is
 * due. A band may be too narrow, which costs a second look that publishes nothing; it is never too wide. Rounding to whole raw
 * units is not counted: an amount cut to an integer may be off by one unit more.
 */
package io.ballast.risk.band;
