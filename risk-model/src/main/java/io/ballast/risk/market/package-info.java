/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the market says an asset is worth: several sources of one pair merged into one price, with what is known against it; how much
 * that price moves; and how far a pool is from it.
 *
 * <p>Nothing knows a clock: times are those of the observations, in milliseconds since the epoch.
 */
package io.ballast.risk.market;
