/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

import java.util.random.RandomGenerator;

/**
 * The price of one asset as time goes by, exact in distribution whatever the step.
 *
 * <p>Mutable and single-threaded. {@link StrictMath} throughout: the same seed gives the same path on every machine.
 */
final class PricePath {

    private final JumpDiffusion process;
    private final RandomGenerator random;
    private double logPrice;
    private double yearsToNextJump;

    PricePath(double initialPrice, JumpDiffusion process, RandomGenerator random) {
        this.process = process;
        this.random = random;
        this.logPrice = StrictMath.log(initialPrice);
        this.yearsToNextJump = yearsBetweenJumps();
    }

    /**
     * Goes forward.
     *
     * @param years  how far; not negative
     * @param shock  a standard normal number, this step's diffusion
     */
    void advance(double years, double shock) {
        logPrice += process.logDriftBetweenJumps() * years
                + process.volatilityPerRootYear() * StrictMath.sqrt(years) * shock;
        yearsToNextJump -= years;
        while (yearsToNextJump <= 0) {
            logPrice += process.meanLogJump() + process.logJumpDeviation() * random.nextGaussian();
            yearsToNextJump += yearsBetweenJumps();
        }
    }

    double price() {
        return StrictMath.exp(logPrice);
    }

    private double yearsBetweenJumps() {
        return process.jumpsPerYear() == 0
                ? Double.POSITIVE_INFINITY
                : random.nextExponential() / process.jumpsPerYear();
    }
}
