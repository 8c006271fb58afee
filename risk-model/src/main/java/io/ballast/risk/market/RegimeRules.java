/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.loss.Domain;

/**
 * When a market changes its regime.
 *
 * @param volatileAt  annual volatility from which it is volatile, positive
 * @param extremeAt  and extreme, above that
 * @param exit  part of these that volatility has to fall below to leave them, in (0, 1]
 * @param holdMs  how long it has to be below
 * @param maturity  how mature volatility has to be before anything is said, in [0, 1]
 */
public record RegimeRules(double volatileAt, double extremeAt, double exit, long holdMs, double maturity) {

    public RegimeRules {
        Domain.requirePositive("volatileAt", volatileAt);
        Domain.requirePositive("extremeAt", extremeAt);
        Domain.requirePositive("exit", exit);
        Domain.requireNotNegative("holdMs", (double) holdMs);
        Domain.requireNotNegative("maturity", maturity);
        if (volatileAt >= extremeAt) {
            throw new IllegalArgumentException("volatileAt " + volatileAt + " must be below extremeAt " + extremeAt);
        }
        if (exit > 1) {
            throw new IllegalArgumentException("exit " + exit + " must not be above 1");
        }
    }

    /** The regime that a volatility makes, with thresholds lowered to a part of themselves. */
    Regime at(double volatility, double part) {
        if (volatility >= extremeAt * part) {
            return Regime.EXTREME;
        }
        return volatility >= volatileAt * part ? Regime.VOLATILE : Regime.CALM;
    }
}
