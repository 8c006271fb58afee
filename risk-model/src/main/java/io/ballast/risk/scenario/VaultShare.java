/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static io.ballast.risk.loss.Domain.requireNotNegative;

/**
 * A part of a vault that may itself owe something.
 *
 * @param fraction  our shares over all, in [0, 1]
 * @param debtAsset  what the vault owes is counted in
 * @param debtUnits  what it owes, not negative
 */
public record VaultShare(double fraction, String debtAsset, double debtUnits) implements Claim {

    public VaultShare {
        Claims.requireFraction(fraction);
        requireNotNegative("debt of a vault", debtUnits);
    }

    @Override
    public double ahead(double value, Market market) {
        return Claims.worth(debtUnits, debtAsset, market);
    }

    @Override
    public double ours(double value, Market market) {
        return fraction * Math.max(0, value - ahead(value, market));
    }
}
