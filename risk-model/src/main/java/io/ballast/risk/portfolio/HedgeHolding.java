/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

/**
 * Units of an asset that hedge accounts of a portfolio stand for: cash and contracts, see {@code HedgeDelta}; options add a
 * holding of their delta and gamma.
 *
 * @param units  signed
 * @param gamma  change of units by the asset's price in the numeraire; 0 except of options
 */
public record HedgeHolding(PortfolioPath portfolio, String venue, String asset, double units, double gamma) {}
