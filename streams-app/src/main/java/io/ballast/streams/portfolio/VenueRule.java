/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

/**
 * An instrument that may be traded.
 *
 * @param maximumCoins  most coins held in it, either sign; infinite: no limit
 * @param halfSpread  fraction of the price
 */
record VenueRule(String instrumentId, double maximumCoins, double halfSpread) {}
