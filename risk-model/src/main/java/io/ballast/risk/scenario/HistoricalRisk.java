/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import java.util.Arrays;

/**
 * Value at risk and expected shortfall of results that past moves would bring, each as likely as any other.
 *
 * <p>With n results and a tail of (1 - level) n of them: the value at risk is the loss of the last result that the tail reaches
 * into, the shortfall the mean loss over the tail, the last one by the part of it that is inside. Source: Acerbi, Tasche,
 * Journal of Banking and Finance 26 (2002) 1487-1503.
 */
public final class HistoricalRisk {

    /** A tail of 4.999999999999996 results is one of 5. */
    private static final double ROUNDING = 1e-9;

    private HistoricalRisk() {}

    /**
     * @param results  of full revaluation; negative is a loss
     * @param level  such as 0.99, in (0, 1)
     * @throws IllegalArgumentException without results, or if one is not finite
     */
    public static TailRisk of(double[] results, double level) {
        TailRisk.requireLevel(level);
        double[] sorted = results.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("risk needs results, all finite, not " + Arrays.toString(results));
        }
        double tail = tail(level, sorted.length);
        int whole = (int) tail;
        double part = tail - whole;
        int last = Math.min(sorted.length - 1, part > 0 ? whole : whole - 1);
        double sum = part * sorted[last];
        for (int i = 0; i < whole; i++) {
            sum += sorted[i];
        }
        return new TailRisk(level, 0.0 - sorted[last], 0.0 - sum / tail);
    }

    /** How many results the tail has, a whole number where rounding alone keeps it from one. */
    private static double tail(double level, int results) {
        double tail = (1 - level) * results;
        return Math.abs(tail - Math.rint(tail)) < ROUNDING && tail > ROUNDING ? Math.rint(tail) : tail;
    }
}
