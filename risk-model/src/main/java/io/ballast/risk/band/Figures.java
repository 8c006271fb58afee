/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * The figures of a subject that are kept within tolerance. Raw or human units, but one system throughout an index.
 *
 * @param value  worth of the principal in token1
 * @param ilFraction  impermanent loss / HODL value; negative is a loss; 0 without HODL
 * @param delta  token0 in the principal
 * @param fees  fees earned, at this price, in token1
 */
public record Figures(double value, double ilFraction, double delta, double fees) {

    /** @throws IllegalArgumentException if one of them is not finite */
    public Figures {
        if (!Double.isFinite(value + ilFraction + delta + fees)) {
            throw new IllegalArgumentException("Figures must be finite: value " + value + ", ilFraction " + ilFraction
                    + ", delta " + delta + ", fees " + fees);
        }
    }
}
