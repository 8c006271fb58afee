/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

/**
 * Exposure to one asset, in its units.
 *
 * @param pools  what pool positions stand for
 * @param hedges  what hedge accounts stand for
 * @param hodl  what the baskets measured against have of it
 * @param net  pools + hedges: what is left to the price
 * @param gross  sum of the sizes of all single exposures
 * @param netValue  net in the numeraire; null: no price
 * @param gammaCash  change of netValue for a price of this asset higher by 1 % alone, by the change of units only, in the
 *     numeraire; null: a price is missing
 * @param poolGammaCash  the part of it that is of pools
 */
public record AssetFigures(
        String asset,
        double pools,
        double hedges,
        double hodl,
        double net,
        double gross,
        Double netValue,
        Double gammaCash,
        Double poolGammaCash) {}
