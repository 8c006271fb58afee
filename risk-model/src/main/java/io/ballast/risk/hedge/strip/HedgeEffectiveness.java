/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.Domain;
import java.util.OptionalDouble;

/**
 * How well a hedge did its work over a time, after the fact. Nothing where a figure would divide by nothing.
 *
 * @param varianceReduction  {@code 1 - Var(dIL + dHedge)/Var(dIL)}: 1 is perfect, 0 no use, negative harmful. It ranks variances only: a
 *     hedge of the right shape and the wrong size on average still has 1
 * @param payoffRatio  what the hedge gained over what the positions lost, without cost: 1 is perfect; 0.8 to 1.25 is the band customary in
 *     hedge accounting. Nothing if the positions did not lose
 * @param costRatio  premium, funding and fees over the same loss
 */
public record HedgeEffectiveness(
        OptionalDouble varianceReduction, OptionalDouble payoffRatio, OptionalDouble costRatio) {

    private static final int FEWEST = 2;

    /**
     * Source: Ederington, "The hedging performance of the new futures markets" (1979), for the variance reduction.
     *
     * @param lossChanges  change of impermanent loss in each period, dollars, a loss is negative; at least two
     * @param hedgeChanges  gain of the hedge in the same periods, cost apart
     * @param cost  dollars paid for the hedge over all of them, any sign
     */
    public static HedgeEffectiveness of(double[] lossChanges, double[] hedgeChanges, double cost) {
        requireSamePeriods(lossChanges, hedgeChanges);
        double[] hedged = new double[lossChanges.length];
        double lost = 0;
        double gained = 0;
        for (int i = 0; i < hedged.length; i++) {
            hedged[i] = lossChanges[i] + hedgeChanges[i];
            lost -= lossChanges[i];
            gained += hedgeChanges[i];
        }
        double unhedged = squaredDeviations(lossChanges);
        Domain.requireNotNegative("variation of losses and hedge", unhedged + squaredDeviations(hedged));
        return new HedgeEffectiveness(
                unhedged == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - squaredDeviations(hedged) / unhedged),
                lost > 0 ? OptionalDouble.of(gained / lost) : OptionalDouble.empty(),
                lost > 0 ? OptionalDouble.of(cost / lost) : OptionalDouble.empty());
    }

    private static void requireSamePeriods(double[] lossChanges, double[] hedgeChanges) {
        if (lossChanges.length != hedgeChanges.length || lossChanges.length < FEWEST) {
            throw new IllegalArgumentException(lossChanges.length + " changes of loss and " + hedgeChanges.length
                    + " of the hedge: there must be as many of both, at least " + FEWEST);
        }
    }

    private static double squaredDeviations(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }
}
