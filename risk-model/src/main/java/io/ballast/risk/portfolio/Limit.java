/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.loss.Domain;

/**
 * The most that a figure may come to, either sign.
 *
 * @param figure  which one
 * @param asset  of which asset; null for money of the whole portfolio
 * @param maximum  in the figure's unit, positive
 */
public record Limit(LimitedFigure figure, String asset, double maximum) {

    public Limit {
        Domain.requirePositive("limit of " + figure, maximum);
        if (figure.isOfAsset() != (asset != null)) {
            throw new IllegalArgumentException(
                    "limit of " + figure + (figure.isOfAsset() ? " needs an asset" : " is of no single asset"));
        }
    }

    /** How much of the limit is used. */
    public LimitUse use(RollUpFigures portfolio) {
        Double value = figure.of(portfolio, asset);
        return new LimitUse(this, value, value == null ? null : Double.valueOf(Math.abs(value) / maximum));
    }
}
