/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static io.ballast.risk.loss.Domain.requireNotNegative;

/**
 * A position pledged for a loan of ours.
 *
 * @param debtAsset  what we owe is counted in
 * @param debtUnits  what we owe with interest, not negative
 * @param liquidationThreshold  liquidated once the debt is above this part of the value, in (0, 1]
 */
public record LoanCollateral(String debtAsset, double debtUnits, double liquidationThreshold) implements Claim {

    public LoanCollateral {
        requireNotNegative("debt of a loan", debtUnits);
        if (!(liquidationThreshold > 0 && liquidationThreshold <= 1)) {
            throw new IllegalArgumentException(
                    "liquidation threshold " + liquidationThreshold + " must be above 0 and at most 1");
        }
    }

    @Override
    public double ahead(double value, Market market) {
        return Claims.worth(debtUnits, debtAsset, market);
    }

    @Override
    public double ours(double value, Market market) {
        return Math.max(0, value - ahead(value, market));
    }

    /** Value times threshold less debt: below 0 it is liquidated. */
    double room(double value, Market market) {
        return value * liquidationThreshold - ahead(value, market);
    }
}
