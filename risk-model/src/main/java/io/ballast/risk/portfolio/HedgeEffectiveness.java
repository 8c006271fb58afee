/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import org.apache.commons.math3.stat.descriptive.moment.Variance;

/**
 * By how much a hedge lowered the variance: {@code 1 - Var(position + hedge) / Var(position)}, over changes of the same
 * horizon, de-meaned. 1 is perfect, 0 useless, below 0 harmful. It ranks variance only. Source: Ederington, Journal of
 * Finance 34 (1979) 157-170; its bias Lien (2004).
 */
public final class HedgeEffectiveness {

    private HedgeEffectiveness() {}

    /**
     * @param position  results of what is hedged, one a period
     * @param hedge  results of the hedge in the same periods
     * @return null where there are fewer than two periods, or nothing varies that could be hedged
     * @throws IllegalArgumentException if the two are not of the same periods
     */
    public static Double of(double[] position, double[] hedge) {
        if (position.length != hedge.length) {
            throw new IllegalArgumentException(
                    position.length + " results of the position and " + hedge.length + " of the hedge");
        }
        double[] both = new double[position.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = position[i] + hedge[i];
        }
        return varies(position)
                ? Double.valueOf(1 - new Variance().evaluate(both) / new Variance().evaluate(position))
                : null;
    }

    private static boolean varies(double[] results) {
        for (double result : results) {
            if (result != results[0]) {
                return true;
            }
        }
        return false;
    }
}
