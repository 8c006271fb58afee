/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import io.ballast.risk.row.RowForm;
import io.ballast.risk.row.RowReader;
import io.ballast.risk.row.RowWriter;

/** An amplification as bytes. */
final class RampForm implements RowForm<AmplificationRamp> {

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(AmplificationRamp ramp, RowWriter row) {
        row.number(ramp.startRaw())
                .number(ramp.endRaw())
                .number(ramp.startSeconds())
                .number(ramp.endSeconds())
                .number(ramp.precision());
    }

    @Override
    public AmplificationRamp read(RowReader row) {
        return new AmplificationRamp(
                row.number(), row.number(), row.number(), row.number(), Math.toIntExact(row.number()));
    }
}
