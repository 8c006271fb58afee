/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

import io.ballast.risk.scenario.BookLeg;
import java.util.List;

/**
 * A trade that nobody has made. It is made at the model's price now, so that now it changes nothing; what was paid for it is one of
 * its legs.
 *
 * @param text  as it stands in the address
 * @param paid  dollars paid for it; negative was received; 0 of a perpetual
 * @param delta  coins that it stands for now
 * @param volatility  of an option, annual; null: none
 * @param volatilitySource  where that is from; null: none
 */
public record WhatIfLeg(
        String text, List<BookLeg> legs, double paid, double delta, Double volatility, String volatilitySource) {
    public WhatIfLeg {
        legs = List.copyOf(legs);
    }
}
