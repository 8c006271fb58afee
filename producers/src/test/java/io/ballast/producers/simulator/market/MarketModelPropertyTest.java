/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The moments of the prices against those of the process; tolerances are five standard errors of each estimate. */
class MarketModelPropertyTest {

    private static final String ETH = "sim:ETH-USD";
    private static final String BTC = "sim:BTC-USD";
    private static final int PATHS = 4_000;
    private static final double ERRORS = 5;
    private static final double YEARS = 0.5;
    private static final Duration HALF_A_YEAR = Duration.ofHours(365 * 12);

    @Property(tries = 20, seed = "1976")
    void logReturnsHaveTheMeanAndVarianceOfTheProcess(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int steps,
            @ForAll @DoubleRange(min = 0.1, max = 2) double volatility,
            @ForAll @DoubleRange(min = 0, max = 20) double jumps,
            @ForAll @DoubleRange(min = -0.1, max = 0.1) double meanJump,
            @ForAll @DoubleRange(min = 0, max = 0.2) double jumpDeviation) {
        JumpDiffusion process = new JumpDiffusion(0.1, volatility, jumps, meanJump, jumpDeviation);
        double[] returns = logReturns(process, steps, new SplittableRandom(seed));

        double m2 = meanJump * meanJump;
        double d2 = jumpDeviation * jumpDeviation;
        double kappa = Math.exp(meanJump + d2 / 2) - 1;
        double mean = (0.1 - volatility * volatility / 2 - jumps * kappa + jumps * meanJump) * YEARS;
        double variance = (volatility * volatility + jumps * (m2 + d2)) * YEARS;
        double fourthCumulant = jumps * (m2 * m2 + 6 * m2 * d2 + 3 * d2 * d2) * YEARS;

        assertThat(mean(returns)).isCloseTo(mean, within(ERRORS * Math.sqrt(variance / PATHS)));
        assertThat(variance(returns))
                .isCloseTo(variance, within(ERRORS * Math.sqrt((fourthCumulant + 2 * variance * variance) / PATHS)));
    }

    @Property(tries = 10, seed = "1976")
    void thePriceGrowsByItsDriftOnAverageWhateverTheJumps(
            @ForAll long seed, @ForAll @DoubleRange(min = -0.5, max = 0.5) double drift) {
        JumpDiffusion process = new JumpDiffusion(drift, 0.3, 8, -0.05, 0.1);
        double[] growth = DoubleStream.of(logReturns(process, 3, new SplittableRandom(seed)))
                .map(Math::exp)
                .toArray();

        assertThat(mean(growth))
                .isCloseTo(Math.exp(drift * YEARS), within(ERRORS * Math.sqrt(variance(growth) / PATHS)));
    }

    @Property(tries = 10, seed = "1976")
    void jumpsComeAsOftenAsAPoissonProcessHasThem(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.5, max = 60) double jumps) {
        double jump = 0.01;
        JumpDiffusion process = new JumpDiffusion(0, 0, jumps, jump, 0);
        double drift = -jumps * (Math.exp(jump) - 1) * YEARS;
        double[] counts = DoubleStream.of(logReturns(process, 7, new SplittableRandom(seed)))
                .map(change -> (change - drift) / jump)
                .toArray();

        double expected = jumps * YEARS;
        double[] whole = DoubleStream.of(counts).map(Math::rint).toArray();
        assertThat(counts).containsExactly(whole, within(1e-6));
        assertThat(mean(counts)).isCloseTo(expected, within(ERRORS * Math.sqrt(expected / PATHS)));
        assertThat(variance(counts))
                .isCloseTo(expected, within(ERRORS * Math.sqrt((expected + 2 * expected * expected) / PATHS)));
    }

    @Property(tries = 10, seed = "1976")
    void theDiffusionsOfTwoMarketsAreCorrelatedAsAsked(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double correlation) {
        JumpDiffusion process = new JumpDiffusion(0, 0.8, 0, 0, 0);
        SplittableRandom random = new SplittableRandom(seed);
        double[] eth = new double[PATHS];
        double[] btc = new double[PATHS];
        for (int i = 0; i < PATHS; i++) {
            MarketModel market = new MarketModel(
                    List.of(new MarketParameters(ETH, 3000, 0, process), new MarketParameters(BTC, 60_000, 0, process)),
                    correlation,
                    random.split());
            market.advance(HALF_A_YEAR);
            eth[i] = Math.log(market.price(ETH) / 3000);
            btc[i] = Math.log(market.price(BTC) / 60_000);
        }

        assertThat(correlation(eth, btc))
                .isCloseTo(
                        correlation, within(ERRORS * (1 - correlation * correlation) / Math.sqrt(PATHS) + 2.0 / PATHS));
    }

    private static double[] logReturns(JumpDiffusion process, int steps, SplittableRandom random) {
        return IntStream.range(0, PATHS)
                .mapToDouble(path -> logReturn(process, steps, random.split()))
                .toArray();
    }

    private static double logReturn(JumpDiffusion process, int steps, SplittableRandom random) {
        MarketModel market = new MarketModel(List.of(new MarketParameters(ETH, 3000, 0, process)), 0.3, random);
        for (int i = 0; i < steps; i++) {
            market.advance(HALF_A_YEAR.dividedBy(steps));
        }
        return Math.log(market.price(ETH) / 3000);
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double covariance = IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
                .average()
                .orElseThrow();
        return covariance / Math.sqrt(variance(a) * variance(b));
    }
}
