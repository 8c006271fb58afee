/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

/**
 * A price that diffuses and jumps: {@code dS/S = mu dt + sigma dW + (e^J - 1) dN - lambda kappa dt}, with normal log
 * jumps {@code J ~ N(m, delta^2)} at the times of a Poisson process of intensity lambda and {@code kappa = E[e^J - 1]}.
 *
 * <p>Source: R. C. Merton, "Option pricing when underlying stock returns are discontinuous", J. Financial Economics 3
 * (1976), section 2. The jumps are compensated, so {@code E[S(t)] = S(0) e^(mu t)}. A year has 365 days.
 *
 * @param driftPerYear  mu, expected growth; any sign
 * @param volatilityPerRootYear  sigma of the diffusion alone, 0.8 is 80 %; not negative
 * @param jumpsPerYear  lambda; not negative
 * @param meanLogJump  m; negative: jumps go down more than up
 * @param logJumpDeviation  delta; not negative
 * @throws IllegalArgumentException if one is not finite or is negative where it must not be
 */
public record JumpDiffusion(
        double driftPerYear,
        double volatilityPerRootYear,
        double jumpsPerYear,
        double meanLogJump,
        double logJumpDeviation) {

    public JumpDiffusion {
        requireFinite("driftPerYear", driftPerYear);
        requireNotNegative("volatilityPerRootYear", volatilityPerRootYear);
        requireNotNegative("jumpsPerYear", jumpsPerYear);
        requireFinite("meanLogJump", meanLogJump);
        requireNotNegative("logJumpDeviation", logJumpDeviation);
    }

    /** kappa: what one jump changes the price by on average, as a fraction of it. */
    public double expectedJump() {
        return StrictMath.expm1(meanLogJump + logJumpDeviation * logJumpDeviation / 2);
    }

    /** Drift of the logarithm of the price between jumps, per year. */
    public double logDriftBetweenJumps() {
        double variance = volatilityPerRootYear * volatilityPerRootYear;
        return driftPerYear - variance / 2 - jumpsPerYear * expectedJump();
    }

    private static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " " + value + " is not a finite number");
        }
    }

    private static void requireNotNegative(String what, double value) {
        requireFinite(what, value);
        if (value < 0) {
            throw new IllegalArgumentException(what + " " + value + " is negative");
        }
    }
}
