/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.hedge.strip.OptionQuote.Level;
import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.option.Black76;
import io.ballast.risk.option.OptionKind;
import io.ballast.risk.option.Smile;
import io.ballast.risk.option.SmileQuote;
import io.ballast.risk.option.SmileWings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Losses and markets for tests. */
final class SampleStrips {

    private SampleStrips() {}

    /** A loss and a market with which it can be covered. */
    record Problem(ConvexLoss loss, StripMarket market) {}

    static RangeLoss range(double liquidity, double lower, double upper, double entry) {
        return new RangeLoss(new ConcentratedRange(liquidity, Math.sqrt(lower), Math.sqrt(upper)), Math.sqrt(entry));
    }

    /** Call and put at each strike for one price, in any size. */
    static List<OptionQuote> unlimited(double[] strikes, double price) {
        List<OptionQuote> quotes = new ArrayList<>();
        for (double strike : strikes) {
            for (OptionKind kind : OptionKind.values()) {
                quotes.add(new OptionQuote(kind, strike, null, Level.unlimited(price)));
            }
        }
        return quotes;
    }

    static List<OptionQuote> puts(double... strikes) {
        return unlimited(strikes, 10).stream()
                .filter(quote -> quote.kind() == OptionKind.PUT)
                .toList();
    }

    /** Quotes around Black prices at one volatility, a relative spread on both sides. */
    static StripMarket market(double forward, double years, double volatility, double spread, double... strikes) {
        List<OptionQuote> quotes = new ArrayList<>();
        for (double strike : strikes) {
            for (OptionKind kind : OptionKind.values()) {
                double price = new Black76(kind, forward, strike, volatility, years, 0).price();
                quotes.add(new OptionQuote(
                        kind, strike, Level.unlimited(price * (1 - spread)), Level.unlimited(price * (1 + spread))));
            }
        }
        return new StripMarket(quotes, flat(forward, years, volatility), forward);
    }

    static Smile flat(double forward, double years, double volatility) {
        return new Smile(forward, years, List.of(SmileQuote.marked(forward, volatility)), SmileWings.FLAT);
    }

    /** Any range, basket or constant product at any price level, 3 to 25 strikes, noisy quotes, some missing, some limited. */
    static Problem problem(Random random) {
        double forward = Math.pow(10, random.nextDouble() * 9 - 4);
        double years = 0.003 + random.nextDouble();
        double volatility = 0.2 + random.nextDouble() * 1.5;
        double[] strikes = strikes(random, forward);
        List<OptionQuote> quotes = new ArrayList<>();
        for (double strike : strikes) {
            for (OptionKind kind : OptionKind.values()) {
                double price = new Black76(kind, forward, strike, volatility, years, 0).price();
                quotes.add(quote(random, kind, strike, price, forward));
            }
        }
        return new Problem(loss(random, forward), new StripMarket(quotes, flat(forward, years, volatility), forward));
    }

    /** Around a fair price, so that there is no arbitrage; nobody offers for less than a tick. */
    private static OptionQuote quote(Random random, OptionKind kind, double strike, double price, double forward) {
        double spread = 0.01 + 0.2 * random.nextDouble();
        double tick = forward * 1e-5;
        Level bid = random.nextInt(3) == 0 ? null : Level.unlimited(price * (1 - spread));
        Level ask = random.nextInt(6) == 0 ? null : Level.unlimited(Math.max(price * (1 + spread), tick));
        return new OptionQuote(kind, strike, bid, ask);
    }

    static double[] strikes(Random random, double forward) {
        int count = 3 + random.nextInt(23);
        double step = forward * (0.01 + 0.1 * random.nextDouble());
        double first = forward * (0.2 + 0.7 * random.nextDouble());
        return DoubleStream.iterate(first, strike -> strike + step).limit(count).toArray();
    }

    static ConvexLoss loss(Random random, double forward) {
        double liquidity = Math.pow(10, random.nextDouble() * 8 - 3);
        return switch (random.nextInt(4)) {
            case 0 -> new FullRangeLoss(liquidity, Math.sqrt(forward * near(random)));
            case 1 ->
                ConvexLoss.sum(List.of(
                        anyRange(random, liquidity, forward),
                        anyRange(random, liquidity / 3, forward),
                        anyRange(random, liquidity * 2, forward)));
            default -> anyRange(random, liquidity, forward);
        };
    }

    private static RangeLoss anyRange(Random random, double liquidity, double forward) {
        double lower = forward * near(random) * 0.9;
        return range(liquidity, lower, lower * (1.005 + random.nextDouble()), forward * near(random));
    }

    private static double near(Random random) {
        return Math.exp(random.nextGaussian() * 0.2);
    }
}
