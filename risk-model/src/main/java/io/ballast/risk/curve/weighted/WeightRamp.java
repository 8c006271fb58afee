/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import io.ballast.risk.row.RowForm;
import io.ballast.risk.row.RowReader;
import io.ballast.risk.row.RowWriter;
import io.ballast.risk.share.ShareFees;
import java.math.BigInteger;

/**
 * Weight of token0, times 10^18, as it moves in a straight line between two times; that of token1 is the rest. Source:
 * Balancer {@code GradualValueChange.getInterpolatedValue}.
 *
 * @param startE18  in (0, 10^18)
 * @param endE18  in (0, 10^18)
 * @param startSeconds  Unix time
 * @param endSeconds  Unix time; not before the start
 */
public record WeightRamp(long startE18, long endE18, long startSeconds, long endSeconds) {

    public WeightRamp {
        requireWeight(startE18);
        requireWeight(endE18);
        if (endSeconds < startSeconds) {
            throw new IllegalArgumentException("weights move from " + startSeconds + " back to " + endSeconds);
        }
    }

    /** A weight that does not move. */
    public static WeightRamp constant(long weightE18) {
        return new WeightRamp(weightE18, weightE18, 0, 0);
    }

    /** The weight at a time. Before the start it is that of the start. */
    public long e18At(long seconds) {
        if (seconds >= endSeconds) {
            return endE18;
        }
        BigInteger passed = BigInteger.valueOf(Math.max(0, seconds - startSeconds));
        return startE18
                + BigInteger.valueOf(endE18 - startE18)
                        .multiply(passed)
                        .divide(BigInteger.valueOf(endSeconds - startSeconds))
                        .longValueExact();
    }

    private static void requireWeight(long e18) {
        if (e18 <= 0 || e18 >= ShareFees.ONE_E18) {
            throw new IllegalArgumentException("weight " + e18 + "e-18 is not in (0, 1)");
        }
    }

    /** As bytes. */
    static final class Form implements RowForm<WeightRamp> {

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(WeightRamp ramp, RowWriter row) {
            row.number(ramp.startE18)
                    .number(ramp.endE18)
                    .number(ramp.startSeconds)
                    .number(ramp.endSeconds);
        }

        @Override
        public WeightRamp read(RowReader row) {
            return new WeightRamp(row.number(), row.number(), row.number(), row.number());
        }
    }
}
