/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Figures for readers: no more digits than they are worth. */
public final class Numbers {

    private Numbers() {}

    /** Three significant digits or, from a thousand on, whole numbers in groups; a dash for what is not a number. */
    public static String shown(double number) {
        double size = Math.abs(number);
        if (Double.isNaN(number)) {
            return "-";
        }
        if (size >= 1e9) {
            return String.format(Locale.ROOT, "%.2e", number);
        } else if (size >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return String.format(
                Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", number);
    }

    /** The middle one, or the mean of the two in the middle. */
    public static double median(Collection<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median of a figure of each; of none, not a number. */
    public static <T> double median(Collection<T> all, ToDoubleFunction<T> figure) {
        return all.isEmpty() ? Double.NaN : median(figures(all, figure));
    }

    /** A figure of each. */
    public static <T> List<Double> figures(Collection<T> all, ToDoubleFunction<T> figure) {
        return all.stream().mapToDouble(figure).boxed().toList();
    }

    /** From the least to the greatest, as a part of the median: 0.1 is 10 %. */
    public static double spread(Collection<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[sorted.length - 1] - sorted[0]) / median(numbers);
    }

    /** The smallest of the sorted values that so great a part of them does not exceed, 0.99 for p99. */
    public static long percentile(long[] values, double part) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.max(0, Math.ceil(part * sorted.length) - 1)];
    }
}
