/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * How far a published figure may be from the truth before it is published anew; 0 publishes every change.
 *
 * @param value  as a fraction of the published value
 * @param il  of the loss, as a fraction of HODL
 * @param delta  as a fraction of the full delta, {@link PriceCurve#fullDelta}
 * @param fees  as a fraction of the published value and fees together, since a closed position has no value
 */
public record Tolerances(double value, double il, double delta, double fees) {

    /** 1 basis point of value, of HODL, 0.1 % of full delta, 1 basis point of value for fees. */
    public static final Tolerances DEFAULT = new Tolerances(1e-4, 1e-4, 1e-3, 1e-4);

    /** @throws IllegalArgumentException if one of them is negative or not finite */
    public Tolerances {
        requireTolerance("value", value);
        requireTolerance("il", il);
        requireTolerance("delta", delta);
        requireTolerance("fees", fees);
    }

    /** What these fractions come to for one subject. */
    public Limits limits(Figures published, double fullDelta) {
        return new Limits(
                value * Math.abs(published.value()),
                il,
                delta * fullDelta,
                fees * (Math.abs(published.value()) + Math.abs(published.fees())));
    }

    private static void requireTolerance(String name, double fraction) {
        if (!(fraction >= 0 && fraction < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Tolerance of " + name + " must be 0 or more, but is " + fraction);
        }
    }
}
