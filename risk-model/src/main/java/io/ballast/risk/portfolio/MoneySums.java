/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.sum.ExactSum;

/** Adds up money of pool parts. Mutable and single-threaded. */
final class MoneySums {

    private ExactSum value = ExactSum.ZERO;
    private ExactSum hodl = ExactSum.ZERO;
    private ExactSum il = ExactSum.ZERO;
    private final KnownSum valueInRange = new KnownSum();
    private final KnownSum unfinalisedValue = new KnownSum();
    private final KnownSum fees = new KnownSum();
    private final KnownSum lvr = new KnownSum();
    private final KnownSum markout = new KnownSum();
    private final RollingSums rollingLosses = new RollingSums();

    /** @param price  of token1 in the numeraire */
    void add(PartFigures part, double price) {
        value = value.plusProduct(part.value(), price);
        hodl = hodl.plusProduct(part.hodl(), price);
        il = il.plusProduct(part.il(), price);
        valueInRange.add(part.valueInRange(), price);
        unfinalisedValue.add(part.unfinalisedValue(), price);
        fees.add(part.fees(), price);
        lvr.add(part.lvr(), price);
        markout.add(part.markout(), price);
    }

    /** @param price  of token1 in the numeraire; null: not known */
    void addRolling(PartFigures part, Double price) {
        rollingLosses.add(part, price);
    }

    MoneyFigures figures() {
        double total = value.toDouble();
        Double inRange = valueInRange.figure();
        return new MoneyFigures(
                total,
                inRange,
                inRange == null || total == 0 ? null : Double.valueOf(inRange / total),
                unfinalisedValue.figure(),
                hodl.toDouble(),
                il.toDouble(),
                fees.figure(),
                lvr.figure(),
                markout.figure(),
                rollingLosses.figures());
    }
}
