/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import java.util.List;

/** What claims come to, shock by shock. */
public final class Claims {

    private Claims() {}

    /** The claim on a position after each shock, in their order. */
    public static List<ClaimResult> after(BookLeg position, Claim claim, Market market, List<Shock> shocks) {
        return shocks.stream()
                .map(shock -> {
                    Market then = shock.applyTo(market);
                    double value = position.value(then);
                    return new ClaimResult(shock, value, claim.ahead(value, then), claim.ours(value, then));
                })
                .toList();
    }

    static double worth(double units, String asset, Market market) {
        return units == 0 ? 0 : units * market.price(asset);
    }

    static void requireFraction(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("our fraction " + fraction + " must be between 0 and 1");
        }
    }
}
