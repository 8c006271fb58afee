/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.hedge.strip.OptionQuote.Level;
import io.ballast.risk.option.InverseOption;
import io.ballast.risk.option.OptionKind;
import io.ballast.risk.option.Smile;
import io.ballast.risk.option.SmileQuote;
import io.ballast.risk.option.SmileWings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chain of our own, quoted as venues of coin-settled options do: a skewed smile, marks of six decimals, bids and offers in ticks. */
class SampleChainTest {

    private static final double FORWARD = 2230;
    private static final double YEARS = 18 / 365.0;
    private static final double TICK = 0.0005;
    private static final double MARK_STEP = 1e-6;
    private static final double[] STRIKES = IntStream.rangeClosed(14, 36)
            .mapToDouble(hundreds -> 100 * hundreds)
            .toArray();
    private static final List<Double> GRID = List.of(-0.3, 0.0, 0.3);

    @Test
    void marksKeepParityUpToTheirRounding_andCallAndPutOfAStrikeHaveOneVolatility() {
        for (double strike : STRIKES) {
            double call = mark(OptionKind.CALL, strike);
            double put = mark(OptionKind.PUT, strike);

            assertThat(call - put).isCloseTo(InverseOption.parityCoin(FORWARD, strike), within(MARK_STEP + 1e-12));
            double allowed = 2 * MARK_STEP / option(OptionKind.CALL, strike).vegaCoin();
            assertThat(solved(OptionKind.CALL, strike, call)).isCloseTo(volatility(strike), within(allowed));
            assertThat(solved(OptionKind.PUT, strike, put)).isCloseTo(volatility(strike), within(allowed));
        }
    }

    /** Narrow around the money, wide with an entry off the money, and one that the price has left below. */
    @ParameterizedTest
    @CsvSource({"2000, 2500, 2230, 3000", "1500, 3500, 2100, 1000", "2400, 3000, 2650, 2000"})
    void coversEveryPrice_forNoMoreThanByChords(double lower, double upper, double entry, double liquidity) {
        RangeLoss loss = SampleStrips.range(liquidity, lower, upper, entry);
        StripMarket market = market();
        StripTerms terms = new StripTerms(false, true, 0.5, 1e-6, 1e-6, PriceSpan.ALL);

        StripHedge hedge = new StripPlanner(terms, GRID).cheapest(loss, market);

        StripPortfolio chords =
                ChordStrip.of(loss, market.quotes(), terms, FORWARD).orElseThrow();
        double chordCost = chords.premium() + chords.cash() + 0.5 * Math.abs(chords.forwardCoins());
        assertThat(hedge.cost()).isLessThanOrEqualTo(chordCost + 0.01);
        assertThat(hedge.cost()).isGreaterThan(FairLoss.underSmile(loss, market.smile()));
        for (double price = 1; price < 20_000; price += 1) {
            assertThat(hedge.portfolio().payoff(price) - loss.at(price)).isGreaterThanOrEqualTo(-1e-6);
            assertThat(chords.payoff(price) - loss.at(price)).isGreaterThanOrEqualTo(-1e-6);
        }
    }

    private static double solved(OptionKind kind, double strike, double mark) {
        return InverseOption.impliedVolatility(kind, FORWARD, strike, YEARS, mark)
                .asOptional()
                .orElseThrow();
    }

    private static StripMarket market() {
        List<OptionQuote> quotes = new ArrayList<>();
        for (double strike : STRIKES) {
            for (OptionKind kind : OptionKind.values()) {
                double mark = mark(kind, strike);
                double bid = TICK * Math.floor(0.98 * mark / TICK);
                Level ask = Level.unlimited(TICK * Math.ceil(1.02 * mark / TICK));
                Level take = bid > 0 ? Level.unlimited(bid) : null;
                quotes.add(OptionQuote.fromCoins(kind, strike, take, ask, FORWARD, new OptionFee(0.0003, 0.125)));
            }
        }
        List<SmileQuote> points = DoubleStream.of(STRIKES)
                .mapToObj(strike -> SmileQuote.marked(strike, volatility(strike)))
                .toList();
        return new StripMarket(quotes, new Smile(FORWARD, YEARS, points, SmileWings.FLAT), FORWARD);
    }

    private static double mark(OptionKind kind, double strike) {
        return Math.rint(option(kind, strike).priceCoin() / MARK_STEP) * MARK_STEP;
    }

    private static InverseOption option(OptionKind kind, double strike) {
        return new InverseOption(kind, FORWARD, strike, volatility(strike), YEARS);
    }

    /** Low strikes are dearer, and both wings rise. */
    private static double volatility(double strike) {
        double k = Math.log(strike / FORWARD);
        return 0.65 - 0.1 * k + 0.25 * k * k;
    }
}
