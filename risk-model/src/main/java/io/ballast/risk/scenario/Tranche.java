/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static io.ballast.risk.loss.Domain.requireNotNegative;

/**
 * A part of a structure that pays a senior class first and leaves the rest to the junior one.
 *
 * @param isSenior  which class is ours
 * @param fraction  our part of the class, in [0, 1]
 * @param seniorAsset  what the seniors' claim is counted in
 * @param seniorUnits  what they are owed, not negative
 */
public record Tranche(boolean isSenior, double fraction, String seniorAsset, double seniorUnits) implements Claim {

    public Tranche {
        Claims.requireFraction(fraction);
        requireNotNegative("claim of the seniors", seniorUnits);
    }

    @Override
    public double ahead(double value, Market market) {
        return isSenior ? 0 : Claims.worth(seniorUnits, seniorAsset, market);
    }

    @Override
    public double ours(double value, Market market) {
        double senior = Math.min(value, Claims.worth(seniorUnits, seniorAsset, market));
        return fraction * (isSenior ? senior : value - senior);
    }
}
