/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.volatility;

import java.util.List;

/**
 * Variance of one bar from open, high, low and close: with {@code o = ln(O/C_before)}, {@code u = ln(H/O)}, {@code d = ln(L/O)}, {@code c =
 * ln(C/O)} over n bars,
 *
 * <pre>
 *   var(o) + k*var(c) + (1 - k)*mean(u*(u - c) + d*(d - c))       k = 0.34/(1.34 + (n + 1)/(n - 1))
 * </pre>
 *
 * <p>It needs no assumption on drift and has a standard deviation some third of that of closes alone. Highs and lows that are
 * seen on few trades are too near each other and bias it down: 3 % at 2000 trades a bar. A price that does not move at all has
 * variance 0.
 *
 * <p>Source: Yang and Zhang, "Drift-independent volatility estimation based on high, low, open, and close prices" (2000).
 */
public final class YangZhang {

    private static final int FEWEST = 2;

    private YangZhang() {}

    /**
     * @param bars  in order of time, all of the same length; of the first only the close is used, at least two more
     * @throws IllegalArgumentException if there are fewer than three
     */
    public static double variancePerBar(List<PriceBar> bars) {
        int n = bars.size() - 1;
        if (n < FEWEST) {
            throw new IllegalArgumentException(bars.size() + " bars are too few: at least 3 are needed");
        }
        double[] gap = new double[n];
        double[] body = new double[n];
        double range = 0;
        for (int i = 0; i < n; i++) {
            PriceBar bar = bars.get(i + 1);
            gap[i] = Math.log(bar.open() / bars.get(i).close());
            body[i] = Math.log(bar.close() / bar.open());
            range += rogersSatchell(bar) / n;
        }
        double k = 0.34 / (1.34 + (n + 1.0) / (n - 1.0));
        return sampleVariance(gap) + k * sampleVariance(body) + (1 - k) * range;
    }

    private static double rogersSatchell(PriceBar bar) {
        double up = Math.log(bar.high() / bar.open());
        double down = Math.log(bar.low() / bar.open());
        double body = Math.log(bar.close() / bar.open());
        return up * (up - body) + down * (down - body);
    }

    private static double sampleVariance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }
}
