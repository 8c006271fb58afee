/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import io.ballast.risk.loss.Domain;

/** Call or put. */
public enum OptionKind {
    CALL(1),
    PUT(-1);

    private final int sign;

    OptionKind(int sign) {
        this.sign = sign;
    }

    /** 1 for a call, -1 for a put. */
    public int sign() {
        return sign;
    }

    /**
     * What one option pays at a price of the underlying, in the currency of the strike: {@code max(sign*(price - strike), 0)}.
     *
     * @param price  not negative
     * @param strike  positive
     */
    public double payoff(double price, double strike) {
        Domain.requireNotNegative("price", price);
        Domain.requirePositive("strike", strike);
        return Math.max(sign * (price - strike), 0.0);
    }
}
