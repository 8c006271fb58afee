/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EwmaVarianceTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final double YEAR_MS = 365 * 86_400_000.0;

    @Test
    void twoPricesAlreadyGiveAnUnbiasedFigure() {
        EwmaVariance ewma = EwmaVariance.startingAt(HOUR, 0, 2000);
        assertThat(ewma.annualVolatility()).isEmpty();
        assertThat(ewma.maturity()).isZero();
        double r = Math.log(2010 / 2000.0);
        assertThat(ewma.after(60_000, 2010).annualVolatility().getAsDouble())
                .isCloseTo(Math.sqrt(r * r * YEAR_MS / 60_000), within(1e-12));
    }

    /** Against the weighted sums written out: each return has the weight e^(-age/tau), age since its end. */
    @Property(tries = 200)
    void isTheWeightedMeanOfSquaresOverTime(@ForAll Random random) {
        long ms = 1_700_000_000_000L;
        double price = 2000;
        EwmaVariance ewma = EwmaVariance.startingAt(HOUR, ms, price);
        int n = 2 + random.nextInt(200);
        long[] times = new long[n];
        double[] prices = new double[n];
        times[0] = ms;
        prices[0] = price;
        for (int i = 1; i < n; i++) {
            times[i] = times[i - 1] + 1 + random.nextInt(300_000);
            prices[i] = prices[i - 1] * Math.exp(random.nextGaussian() * 0.001);
            ewma = ewma.after(times[i], prices[i]);
        }
        double squares = 0;
        double time = 0;
        for (int i = 1; i < n; i++) {
            double weight = Math.exp(-(times[n - 1] - times[i]) / 3_600_000.0);
            squares += weight * Math.pow(Math.log(prices[i] / prices[i - 1]), 2);
            time += weight * (times[i] - times[i - 1]);
        }
        double expected = Math.sqrt(squares / time * YEAR_MS);
        assertThat(ewma.annualVolatility().getAsDouble()).isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void ofTicksInOneMillisecondTheLastCounts() {
        EwmaVariance start = EwmaVariance.startingAt(HOUR, 0, 2000).after(1000, 2001);
        EwmaVariance burst = start.after(2000, 2500).after(2000, 1500).after(2000, 2002);
        assertThat(burst).isEqualTo(start.after(2000, 2002));
        assertThat(EwmaVariance.startingAt(HOUR, 0, 1).after(0, 2000))
                .isEqualTo(EwmaVariance.startingAt(HOUR, 0, 2000));
    }

    @Test
    void aStalePriceLetsItFall_andAGapForgets() {
        EwmaVariance moved = EwmaVariance.startingAt(HOUR, 0, 2000).after(60_000, 2050);
        double then = moved.annualVolatility().getAsDouble();
        assertThat(moved.after(3_600_000, 2050).annualVolatility().getAsDouble())
                .isLessThan(then / 4);
        assertThat(moved.after(360_000_000L, 2050).annualVolatility().getAsDouble())
                .isLessThan(1e-9);
    }

    /** Random times, 60 % a year: the mean over many runs, whose standard error is a fraction of a percent. */
    @Property(tries = 3)
    void isUnbiasedForRandomTimes(@ForAll Random random) {
        double mean = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            long ms = 0;
            double log = 0;
            EwmaVariance ewma = EwmaVariance.startingAt(HOUR, ms, 2000);
            for (int i = 0; i < 300; i++) {
                long step = 1 + (long) (-Math.log(1 - random.nextDouble()) * 20_000);
                log += 0.6 * Math.sqrt(step / YEAR_MS) * random.nextGaussian();
                ms += step;
                ewma = ewma.after(ms, 2000 * Math.exp(log));
            }
            mean += Math.pow(ewma.annualVolatility().getAsDouble(), 2) / runs;
        }
        assertThat(mean).isCloseTo(0.36, within(0.36 * 0.04));
    }

    @Test
    void wrongInputIsNamed() {
        EwmaVariance ewma = EwmaVariance.startingAt(HOUR, 1000, 2000);
        assertThatThrownBy(() -> ewma.after(999, 1))
                .hasMessageContaining("price at 999 ms is earlier than the latest at 1000");
        assertThatThrownBy(() -> ewma.after(1001, 0)).hasMessageContaining("latestPrice 0.0");
        assertThatThrownBy(() -> EwmaVariance.startingAt(Duration.ZERO, 0, 1))
                .hasMessageContaining("timeConstant in ms 0.0");
    }
}
