/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.testdata.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Yang-Zhang, realised, bipower and median variance. */
class BarAndJumpTest {

    /** Worked out by hand from the definition: two bars after a close of 100. */
    @Test
    void yangZhangByHand() {
        List<PriceBar> bars = List.of(
                new PriceBar(99, 101, 98, 100), new PriceBar(100, 104, 99, 103), new PriceBar(102, 105, 101, 101));
        double o1 = Math.log(100 / 100.0);
        double o2 = Math.log(102 / 103.0);
        double c1 = Math.log(103 / 100.0);
        double c2 = Math.log(101 / 102.0);
        double k = 0.34 / (1.34 + 3.0);
        double rs1 = Math.log(1.04) * Math.log(104 / 103.0) + Math.log(0.99) * Math.log(99 / 103.0);
        double rs2 = Math.log(105 / 102.0) * Math.log(105 / 101.0) + Math.log(101 / 102.0) * Math.log(101 / 101.0);
        double expected = (o1 - o2) * (o1 - o2) / 2 + k * (c1 - c2) * (c1 - c2) / 2 + (1 - k) * (rs1 + rs2) / 2;
        assertThat(YangZhang.variancePerBar(bars)).isCloseTo(expected, within(1e-16));
    }

    /** 500 bars of 2000 ticks: low by some 3 %, as such bars are. */
    @Property(tries = 3)
    void yangZhangComesNearTheTruth_fromBelow(@ForAll Random random) {
        double log = 0;
        List<PriceBar> bars = new ArrayList<>();
        for (int bar = 0; bar < 501; bar++) {
            double open = log;
            double high = log;
            double low = log;
            for (int tick = 0; tick < 2000; tick++) {
                log += 0.02 / Math.sqrt(2000) * random.nextGaussian();
                high = Math.max(high, log);
                low = Math.min(low, log);
            }
            bars.add(new PriceBar(Math.exp(open), Math.exp(high), Math.exp(low), Math.exp(log)));
        }
        assertThat(YangZhang.variancePerBar(bars)).isBetween(0.0004 * 0.85, 0.0004 * 1.09);
    }

    @Property(tries = 100)
    void sumsAreThoseOfTheDefinition(@ForAll Random random) {
        double[] r = random.doubles(3 + random.nextInt(60), -0.02, 0.02).toArray();
        int n = r.length;
        double squares = 0;
        double products = 0;
        double medians = 0;
        for (int i = 0; i < n; i++) {
            squares += r[i] * r[i];
            products += i > 0 ? Math.abs(r[i] * r[i - 1]) : 0;
            if (i > 0 && i < n - 1) {
                double[] three = {Math.abs(r[i - 1]), Math.abs(r[i]), Math.abs(r[i + 1])};
                Arrays.sort(three);
                medians += three[1] * three[1];
            }
        }
        JumpSplit split = JumpSplit.of(r);
        double factor = Math.PI / (6 - 4 * Math.sqrt(3) + Math.PI) * n / (n - 2);
        assertThat(split.realised()).isCloseTo(squares, within(1e-15));
        assertThat(split.bipower()).isCloseTo(Math.PI / 2 * n / (n - 1) * products, within(1e-15));
        assertThat(split.median()).isCloseTo(factor * medians, within(1e-15));
    }

    /** A jump of 3 % in a day of 288 returns at 2 %: +225 % realised, some +21 % bipower, +1 % median. */
    @Property(tries = 3)
    void aJumpGoesIntoTheRealisedVarianceOnly(@ForAll Random random) {
        double bipower = 0;
        double median = 0;
        double share = 0;
        int days = 1000;
        for (int day = 0; day < days; day++) {
            double[] r = new double[288];
            for (int i = 0; i < r.length; i++) {
                r[i] = 0.02 / Math.sqrt(288) * random.nextGaussian();
            }
            r[random.nextInt(288)] += 0.03;
            JumpSplit split = JumpSplit.of(r);
            bipower += split.bipower() / 0.0004 / days;
            median += split.median() / 0.0004 / days;
            share += split.jumpShare().getAsDouble() / days;
        }
        assertThat(bipower).isBetween(1.18, 1.24);
        assertThat(median).isBetween(0.985, 1.035);
        assertThat(share).isBetween(0.60, 0.66);
    }

    /** Ninety days of five-minute bars, thinned to days: all see the same market. */
    @Test
    void onRealBarsTheEstimatorsAgree() throws IOException {
        List<PriceBar> fine = bars("cex/ethusdt_5m_2025-04-03_2025-07-02.csv.gz");
        double[] closes = fine.stream().mapToDouble(PriceBar::close).toArray();
        JumpSplit split = JumpSplit.of(JumpSplit.logReturns(closes));
        Duration span = Duration.ofMinutes(5L * (closes.length - 1));
        double realised = Annual.volatility(split.realised(), span);
        double yangZhang = Annual.volatility(YangZhang.variancePerBar(daily(fine)), Duration.ofDays(1));
        assertThat(realised).isBetween(0.3, 1.5);
        assertThat(yangZhang / realised).isBetween(0.8, 1.2);
        assertThat(Annual.volatility(split.median(), span) / realised).isBetween(0.7, 1.0);
        assertThat(split.jumpShare().getAsDouble()).isBetween(0.0, 0.4);
    }

    private static List<PriceBar> daily(List<PriceBar> fine) {
        List<PriceBar> days = new ArrayList<>();
        for (int i = 0; i + 288 <= fine.size(); i += 288) {
            List<PriceBar> day = fine.subList(i, i + 288);
            days.add(new PriceBar(
                    day.get(0).open(),
                    day.stream().mapToDouble(PriceBar::high).max().getAsDouble(),
                    day.stream().mapToDouble(PriceBar::low).min().getAsDouble(),
                    day.get(287).close()));
        }
        return days;
    }

    private static List<PriceBar> bars(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.require(file))), StandardCharsets.UTF_8))) {
            List<String> header =
                    Arrays.asList(reader.readLine().toLowerCase(Locale.ROOT).split(","));
            return reader.lines().map(line -> bar(header, line.split(","))).toList();
        }
    }

    private static PriceBar bar(List<String> header, String[] cells) {
        return new PriceBar(
                Double.parseDouble(cells[header.indexOf("open")]),
                Double.parseDouble(cells[header.indexOf("high")]),
                Double.parseDouble(cells[header.indexOf("low")]),
                Double.parseDouble(cells[header.indexOf("close")]));
    }

    @Test
    void aPriceThatStandsStillHasNoVarianceAndNoJumpShare() {
        JumpSplit split = JumpSplit.of(new double[5]);
        assertThat(split.realised()).isZero();
        assertThat(split.jumpShare()).isEmpty();
        assertThat(split.jumpShareByMedian()).isEmpty();
        PriceBar still = new PriceBar(1, 1, 1, 1);
        assertThat(YangZhang.variancePerBar(List.of(still, still, still))).isZero();
    }

    @Test
    void wrongInputIsNamed() {
        assertThatThrownBy(() -> JumpSplit.of(new double[2])).hasMessageContaining("2 returns are too few");
        assertThatThrownBy(() -> JumpSplit.of(new double[] {1, Double.NaN, 1}))
                .hasMessageContaining("size of return NaN");
        assertThatThrownBy(() -> JumpSplit.logReturns(new double[] {1, 0})).hasMessageContaining("price 0.0");
        assertThatThrownBy(() -> YangZhang.variancePerBar(List.of())).hasMessageContaining("0 bars are too few");
        assertThatThrownBy(() -> new PriceBar(1, 2, 1.5, 2)).hasMessageContaining("between low 1.5 and high 2.0");
        assertThatThrownBy(() -> Annual.volatility(1, Duration.ZERO)).hasMessageContaining("milliseconds 0.0");
        assertThatThrownBy(() -> Annual.volatility(-1, Duration.ofDays(1))).hasMessageContaining("variance -1.0");
    }
}
