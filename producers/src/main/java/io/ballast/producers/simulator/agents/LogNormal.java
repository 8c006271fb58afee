/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import java.util.random.RandomGenerator;

/**
 * A log-normal distribution: sizes of orders and deposits are many small and few large ones.
 *
 * @param median  half of the samples lie below; positive
 * @param logDeviation  standard deviation of the logarithm; not negative
 */
record LogNormal(double median, double logDeviation) {

    double sample(RandomGenerator random) {
        return median * StrictMath.exp(logDeviation * random.nextGaussian());
    }
}
