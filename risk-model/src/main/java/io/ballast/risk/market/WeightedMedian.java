/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import java.util.List;

/**
 * The value that has half of the weight on either side. Where the half falls just between two values it is the middle of
 * them, so that equal weights give the usual median.
 */
final class WeightedMedian {

    private WeightedMedian() {}

    /**
     * @param value  any number
     * @param weight  positive
     */
    record Item(double value, double weight) {}

    /** @param items  at least one, in any order */
    static double of(List<Item> items) {
        List<Item> sorted = items.stream()
                .sorted((a, b) -> Double.compare(a.value, b.value))
                .toList();
        double half = sorted.stream().mapToDouble(Item::weight).sum() / 2;
        double below = 0;
        for (int i = 0; i < sorted.size(); i++) {
            below += sorted.get(i).weight;
            if (below > half) {
                return sorted.get(i).value;
            } else if (below == half) {
                return sorted.get(i).value + (sorted.get(i + 1).value - sorted.get(i).value) / 2;
            }
        }
        // Weights that differ by many orders of magnitude: the sum of the parts fell short of the whole.
        return sorted.get(sorted.size() - 1).value;
    }
}
