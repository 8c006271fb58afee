/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * The greatest allowed distance of each figure from what was published, in the figures' own units. A negative one allows
 * nothing, not even equality: it stands for figures that are not known well enough to tell.
 */
public record Limits(double value, double il, double delta, double fees) {

    /** Whether figures are as near to the published ones as these limits ask. */
    public boolean hold(Figures published, Figures now) {
        return Math.abs(now.value() - published.value()) <= value
                && Math.abs(now.ilFraction() - published.ilFraction()) <= il
                && Math.abs(now.delta() - published.delta()) <= delta
                && Math.abs(now.fees() - published.fees()) <= fees;
    }

    /** The same with less room for the figures that are remembered with an error. */
    Limits lessErrors(double ilError, double feesError) {
        return new Limits(value, il - ilError, delta, fees - feesError);
    }
}
