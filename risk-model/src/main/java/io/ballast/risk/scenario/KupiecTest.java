/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import org.apache.commons.math3.special.Erf;

/**
 * Whether losses went beyond the value at risk as often as they should: proportion of failures.
 *
 * <p>Source: Kupiec, "Techniques for Verifying the Accuracy of Risk Measurement Models", Journal of Derivatives 3(2) (1995) 73-84.
 *
 * @param observations  periods looked at, positive
 * @param exceptions  those with a loss above the value at risk
 * @param probability  1 - level: how often that should happen
 */
public record KupiecTest(int observations, int exceptions, double probability) {

    public KupiecTest {
        if (observations <= 0 || exceptions < 0 || exceptions > observations) {
            throw new IllegalArgumentException(exceptions + " exceptions in " + observations + " observations");
        }
        TailRisk.requireLevel(probability);
    }

    /** Counts results below minus the value at risk that had been forecast for their period. */
    public static KupiecTest of(double[] results, double[] valuesAtRisk, double level) {
        if (results.length != valuesAtRisk.length) {
            throw new IllegalArgumentException(
                    results.length + " results for " + valuesAtRisk.length + " values at risk");
        }
        int exceptions = 0;
        for (int i = 0; i < results.length; i++) {
            exceptions += results[i] < -valuesAtRisk[i] ? 1 : 0;
        }
        return new KupiecTest(results.length, exceptions, 1 - level);
    }

    /** How many exceptions there should be. */
    public double expected() {
        return observations * probability;
    }

    /** Twice the log of the likelihood at the observed frequency over that at the expected one; not negative. */
    public double likelihoodRatio() {
        double observed = (double) exceptions / observations;
        return Math.max(0, 2 * (logLikelihood(observed) - logLikelihood(probability)));
    }

    /** How likely so extreme a count is if the model is right: chi-square with one degree of freedom. */
    public double pValue() {
        return Erf.erfc(Math.sqrt(likelihoodRatio() / 2));
    }

    /** @param significance  such as 0.05 */
    public boolean isRejected(double significance) {
        return pValue() < significance;
    }

    private double logLikelihood(double frequency) {
        return term(exceptions, frequency) + term(observations - exceptions, 1 - frequency);
    }

    private static double term(int count, double frequency) {
        return count == 0 ? 0 : count * Math.log(frequency);
    }
}
