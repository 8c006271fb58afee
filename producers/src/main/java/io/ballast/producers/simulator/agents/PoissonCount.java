/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import java.util.random.RandomGenerator;

/** How often something happens in a block when it happens at random. */
public final class PoissonCount {

    private PoissonCount() {}

    /**
     * A Poisson number, counted by its exponential waiting times: effort grows with the mean.
     *
     * @param mean  not negative
     */
    public static int sample(double mean, RandomGenerator random) {
        int count = 0;
        double passed = random.nextExponential();
        while (passed < mean) {
            count++;
            passed += random.nextExponential();
        }
        return count;
    }
}
