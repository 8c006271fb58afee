/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

/**
 * Units of an asset. Perpetuals and their accounts are holdings too: what {@code HedgeDelta} says of each asset values them
 * exactly in every market.
 */
public record HoldingLeg(String asset, double units) implements BookLeg {

    @Override
    public double value(Market market) {
        return units * market.price(asset);
    }
}
