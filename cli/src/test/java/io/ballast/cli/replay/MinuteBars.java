/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Minutes of a pool, read by the test itself, and what a position would have earned and lost on them. */
final class MinuteBars {
    private static final MathContext SIXTY_DIGITS = new MathContext(60);
    private static final double TICK_BASE = 1.0001;

    /** One minute: closing tick, tokens paid in with the fee, and the liquidity of everybody else in range. */
    record Bar(String time, int closeTick, BigDecimal in0, BigDecimal in1, BigDecimal others) {}

    /** What a position comes to: exact fees in raw units, and in raw token1 its value and that of the tokens put in. */
    record Outcome(BigDecimal fees0, BigDecimal fees1, double value, double hodl) {
        double loss() {
            return value - hodl;
        }
    }

    private final List<Bar> bars;

    private MinuteBars(List<Bar> bars) {
        this.bars = bars;
    }

    static MinuteBars read(Path gz) throws IOException {
        List<Bar> bars = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gz)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",");
                bars.add(new Bar(
                        cells[0],
                        new BigDecimal(cells[3]).intValueExact(),
                        new BigDecimal(cells[7]),
                        new BigDecimal(cells[8]),
                        new BigDecimal(cells[9])));
            }
        }
        return new MinuteBars(bars);
    }

    Bar first() {
        return bars.get(0);
    }

    Bar last() {
        return bars.get(bars.size() - 1);
    }

    int size() {
        return bars.size();
    }

    /**
     * A position opened at the close of the first minute: each later minute that closes in its range pays it
     * {@code in * fee * L / (L + others)}.
     */
    Outcome outcome(int lower, int upper, BigDecimal liquidity, BigDecimal fee) {
        BigDecimal fees0 = BigDecimal.ZERO;
        BigDecimal fees1 = BigDecimal.ZERO;
        for (Bar bar : bars.subList(1, bars.size())) {
            if (lower <= bar.closeTick() && bar.closeTick() < upper) {
                BigDecimal share = fee.multiply(liquidity).divide(liquidity.add(bar.others()), SIXTY_DIGITS);
                fees0 = fees0.add(bar.in0().multiply(share));
                fees1 = fees1.add(bar.in1().multiply(share));
            }
        }
        return new Outcome(
                fees0, fees1, worth(lower, upper, liquidity, last()), worth(lower, upper, liquidity, first()));
    }

    /** Closed form: what was held at a bar's price, at the last bar's price. Raw token1. */
    private double worth(int lower, int upper, BigDecimal liquidity, Bar heldAt) {
        double a = sqrtPrice(lower);
        double b = sqrtPrice(upper);
        double s = Math.min(Math.max(sqrtPrice(heldAt.closeTick()), a), b);
        double x = liquidity.doubleValue() * (1 / s - 1 / b);
        double y = liquidity.doubleValue() * (s - a);
        double now = sqrtPrice(last().closeTick());
        return x * now * now + y;
    }

    private static double sqrtPrice(int tick) {
        return Math.pow(TICK_BASE, tick / 2.0);
    }
}
