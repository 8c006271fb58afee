/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.sum.ExactSum;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up money of pool parts. Mutable and single-threaded. */
final class MoneySums {

    private ExactSum value = ExactSum.ZERO;
    private ExactSum valueInRange = ExactSum.ZERO;
    private ExactSum unfinalisedValue = ExactSum.ZERO;
    private ExactSum hodl = ExactSum.ZERO;
    private ExactSum il = ExactSum.ZERO;
    private ExactSum fees = ExactSum.ZERO;
    private ExactSum lvr = ExactSum.ZERO;
    private final SortedMap<String, ExactSum> rollingLosses = new TreeMap<>();

    /** @param price  of token1 in the numeraire */
    void add(PartFigures part, double price) {
        value = value.plusProduct(part.value(), price);
        valueInRange = valueInRange.plusProduct(part.valueInRange(), price);
        unfinalisedValue = unfinalisedValue.plusProduct(part.unfinalisedValue(), price);
        hodl = hodl.plusProduct(part.hodl(), price);
        il = il.plusProduct(part.il(), price);
        fees = fees.plusProduct(part.fees(), price);
        lvr = lvr.plusProduct(part.lvr(), price);
        part.rollingLosses()
                .forEach((window, loss) ->
                        rollingLosses.merge(window, ExactSum.ZERO.plusProduct(loss, price), ExactSum::plus));
    }

    MoneyFigures figures() {
        SortedMap<String, Double> rolling = new TreeMap<>();
        rollingLosses.forEach((window, loss) -> rolling.put(window, loss.toDouble()));
        double total = value.toDouble();
        return new MoneyFigures(
                total,
                valueInRange.toDouble(),
                total == 0 ? null : valueInRange.toDouble() / total,
                unfinalisedValue.toDouble(),
                hodl.toDouble(),
                il.toDouble(),
                fees.toDouble(),
                lvr.toDouble(),
                rolling);
    }
}
