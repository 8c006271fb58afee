/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * A figure by subject: a float where the tolerance is coarse beside a float's error, else a double. The error is known, and
 * whoever compares takes it off the tolerance.
 */
final class FigureColumn {

    /** A float is off by 6e-8 of itself at most, which is 1 % of this. */
    private static final double FINEST_FOR_FLOAT = 6e-6;

    private final IntColumn coarse;
    private final DoubleColumn fine;

    /** @param tolerance  as a fraction of the figure, or of something larger */
    FigureColumn(double tolerance) {
        boolean isCoarse = tolerance >= FINEST_FOR_FLOAT;
        coarse = isCoarse ? new IntColumn() : null;
        fine = isCoarse ? null : new DoubleColumn();
    }

    double get(int index) {
        return coarse == null ? fine.get(index) : Float.intBitsToFloat(coarse.get(index));
    }

    void set(int index, double value) {
        if (coarse == null) {
            fine.set(index, value);
        } else {
            float nearest = value == 0 ? 0 : notZero((float) value, value);
            float finite = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, nearest));
            coarse.set(index, Float.floatToRawIntBits(finite));
        }
    }

    /** So that 0 is kept exactly: a figure that is nothing must not look as if it might have moved. */
    private static float notZero(float nearest, double value) {
        return nearest == 0 ? (float) Math.copySign(Float.MIN_VALUE, value) : nearest;
    }

    /** How far the figure kept may be from the one set; infinite where it does not fit in a float. */
    double error(int index) {
        if (coarse == null) {
            return 0;
        }
        float kept = Math.abs(Float.intBitsToFloat(coarse.get(index)));
        if (kept == 0) {
            return 0;
        }
        return kept == Float.MAX_VALUE ? Double.POSITIVE_INFINITY : Math.ulp(kept);
    }

    void ensure(int size) {
        if (coarse == null) {
            fine.ensure(size);
        } else {
            coarse.ensure(size);
        }
    }
}
