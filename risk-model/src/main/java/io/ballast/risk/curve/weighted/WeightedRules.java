/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.row.RowForm;
import io.ballast.risk.share.ShareCurve;
import io.ballast.risk.share.ShareFees;
import io.ballast.risk.share.ShareRules;

/**
 * What a weighted pool of two assets says of itself.
 *
 * @param initial  weight of token0 at the start
 */
record WeightedRules(WeightRamp initial) implements ShareRules<WeightRamp> {

    @Override
    public WeightRamp changed(WeightRamp weights, BookEvent.PoolChange event) {
        if (event instanceof WeightChange change) {
            return change.ramp();
        }
        throw new IllegalArgumentException("a weighted pool knows no " + event);
    }

    @Override
    public ShareCurve at(WeightRamp weights, long seconds) {
        return new WeightedShares(weights.e18At(seconds));
    }

    @Override
    public Double weight0(WeightRamp weights, long seconds) {
        return weights.e18At(seconds) / (double) ShareFees.ONE_E18;
    }

    @Override
    public RowForm<WeightRamp> form() {
        return new WeightRamp.Form();
    }
}
