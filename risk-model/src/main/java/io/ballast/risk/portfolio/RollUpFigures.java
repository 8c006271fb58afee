/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A group of pool parts and hedges, summed.
 *
 * @param parts  number of pool parts
 * @param money  null where the price of a part's token1 is missing: a sum without it would be wrong unseen
 * @param assets  exposure by asset
 * @param unpriced  assets whose price would be needed and is missing
 */
public record RollUpFigures(
        int parts, MoneyFigures money, SortedMap<String, AssetFigures> assets, SortedSet<String> unpriced) {}
