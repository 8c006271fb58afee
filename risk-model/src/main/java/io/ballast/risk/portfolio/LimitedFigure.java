/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import java.util.function.Function;

/** Figures that limits are set on. */
public enum LimitedFigure {
    /** Net exposure to an asset, in its units. */
    NET_DELTA(AssetFigures::net, null),
    /** Gross exposure to an asset, in its units. */
    GROSS_DELTA(AssetFigures::gross, null),
    /** Net exposure to an asset in the numeraire. */
    NET_VALUE(AssetFigures::netValue, null),
    /** Gamma cash of an asset per 1 %, in the numeraire. */
    GAMMA_CASH(AssetFigures::gammaCash, null),
    /** Value in pools, in the numeraire. */
    VALUE(null, MoneyFigures::value),
    /** Value that rests on blocks which may still be dropped, in the numeraire. */
    UNFINALISED_VALUE(null, MoneyFigures::unfinalisedValue),
    /** Impermanent loss, in the numeraire. */
    IL(null, MoneyFigures::il);

    private final Function<AssetFigures, Double> ofAsset;
    private final Function<MoneyFigures, Double> ofMoney;

    LimitedFigure(Function<AssetFigures, Double> ofAsset, Function<MoneyFigures, Double> ofMoney) {
        this.ofAsset = ofAsset;
        this.ofMoney = ofMoney;
    }

    boolean isOfAsset() {
        return ofAsset != null;
    }

    /** Null: not known. An asset that the portfolio has not got is 0. */
    Double of(RollUpFigures portfolio, String asset) {
        if (isOfAsset()) {
            AssetFigures figures = portfolio.assets().get(asset);
            return figures == null ? Double.valueOf(0) : ofAsset.apply(figures);
        }
        return portfolio.money() == null ? null : ofMoney.apply(portfolio.money());
    }
}
