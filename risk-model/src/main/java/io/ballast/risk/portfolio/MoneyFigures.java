/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import java.util.SortedMap;

/**
 * Money of a group of pool parts in the numeraire; signs as in {@link PartFigures}.
 *
 * @param shareInRange  valueInRange / value; null when value is 0
 */
public record MoneyFigures(
        double value,
        double valueInRange,
        Double shareInRange,
        double unfinalisedValue,
        double hodl,
        double il,
        double fees,
        double lvr,
        SortedMap<String, Double> rollingLosses) {}
