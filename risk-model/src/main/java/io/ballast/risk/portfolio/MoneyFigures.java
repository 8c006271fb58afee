/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import java.util.SortedMap;

/**
 * Money of a group of pool parts in the numeraire; signs as in {@link PartFigures}, and what one of them does not tell is null.
 *
 * @param shareInRange  valueInRange / value; null when value is 0 too
 * @param rollingLosses  by length of the window in seconds; what parts that are closed by now lost inside it is in there
 */
public record MoneyFigures(
        double value,
        Double valueInRange,
        Double shareInRange,
        Double unfinalisedValue,
        double hodl,
        double il,
        Double fees,
        Double lvr,
        Double markout,
        SortedMap<Long, RollingLoss> rollingLosses) {}
