/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.row.RowForm;
import io.ballast.risk.share.ShareCurve;
import io.ballast.risk.share.ShareRules;

/**
 * What a stable pool of two coins says of itself.
 *
 * @param initial  amplification at the start, whose precision holds for all that follow
 * @param rate0  scaled units in one raw unit of token0
 * @param rate1  the same of token1
 */
record StableRules(AmplificationRamp initial, double rate0, double rate1) implements ShareRules<AmplificationRamp> {

    @Override
    public AmplificationRamp changed(AmplificationRamp amplification, BookEvent.PoolChange event) {
        if (event instanceof AmplificationChange change) {
            return new AmplificationRamp(
                    change.startRaw(),
                    change.endRaw(),
                    change.startSeconds(),
                    change.endSeconds(),
                    initial.precision());
        }
        throw new IllegalArgumentException("a stable pool knows no " + event);
    }

    @Override
    public ShareCurve at(AmplificationRamp amplification, long seconds) {
        return new StableShares(amplification.invariantAt(seconds), rate0, rate1);
    }

    @Override
    public Double amplification(AmplificationRamp amplification, long seconds) {
        return amplification.rawAt(seconds) / (double) initial.precision();
    }

    @Override
    public RowForm<AmplificationRamp> form() {
        return new RampForm();
    }
}
