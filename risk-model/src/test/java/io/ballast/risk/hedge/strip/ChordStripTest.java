/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.option.OptionKind;
import io.ballast.risk.testdata.SharedData;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ChordStripTest {

    private static final StripTerms EXACT = StripTerms.plain(1e-9, 1e-9);

    @Test
    void publishedStrip() {
        JsonNode vector = StreamSupport.stream(
                        SharedData.json("vectors/vectors.json").get("vectors").spliterator(), false)
                .filter(node -> node.get("id").asText().equals("own.strip.weights"))
                .findFirst()
                .orElseThrow();
        JsonNode in = vector.get("inputs");
        JsonNode expected = vector.get("expected");
        RangeLoss loss = SampleStrips.range(
                in.get("L").doubleValue(),
                in.get("pa").doubleValue(),
                in.get("pb").doubleValue(),
                in.get("P0").doubleValue());
        double[] strikes = StreamSupport.stream(in.get("strikes").spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        StripPortfolio strip = ChordStrip.of(loss, SampleStrips.unlimited(strikes, 10), EXACT, 2000)
                .orElseThrow();

        for (int i = 0; i < strikes.length; i++) {
            double strike = strikes[i];
            double kink = strip.legs().stream()
                    .filter(leg -> leg.option().strike() == strike)
                    .mapToDouble(StripLeg::quantity)
                    .sum();
            assertClose(kink, expected.get("kinks").get(i));
        }
        assertClose(quantity(strip, OptionKind.PUT, 2000), expected.get("put2000"));
        assertClose(quantity(strip, OptionKind.CALL, 2000), expected.get("call2000"));
        assertClose((strip.payoff(1000) - strip.payoff(900)) / 100, expected.get("leftSlope"));
        assertClose(strip.slopeAtInfinity(), expected.get("rightSlope"));
        assertThat(strip.forwardCoins()).isZero();
        assertThat(strip.cash()).isCloseTo(0, within(1e-15));
        double root = (Math.sqrt(1800) + Math.sqrt(2000)) / 2;
        assertClose(strip.payoff(root * root) - loss.at(root * root), expected.get("maxResidual_1800_2000"));
    }

    private static double quantity(StripPortfolio strip, OptionKind kind, double strike) {
        return strip.legs().stream()
                .filter(leg -> leg.option().kind() == kind && leg.option().strike() == strike)
                .mapToDouble(StripLeg::quantity)
                .sum();
    }

    private static void assertClose(double value, JsonNode expected) {
        assertThat(value).isCloseTo(expected.doubleValue(), within(1e-11 * Math.abs(expected.doubleValue())));
    }

    @Test
    void meetsTheLossAtEveryStrike_andExceedsItBetweenByTheKnownBound() {
        RangeLoss loss = SampleStrips.range(1000, 1500, 2500, 1950);
        double[] strikes = {1600, 1700, 1800, 1900, 2000, 2100, 2200, 2300, 2400};
        StripPortfolio strip = ChordStrip.of(loss, SampleStrips.unlimited(strikes, 10), EXACT, 1990)
                .orElseThrow();
        for (double strike : strikes) {
            assertThat(strip.payoff(strike)).isCloseTo(loss.at(strike), within(1e-9));
        }
        Coverage coverage = Coverage.of(loss, strip, PriceSpan.ALL, 2400);
        double bound = DoubleStream.of(strikes)
                .filter(strike -> strike < 2400)
                .map(strike -> 1000
                        * Math.pow(Math.sqrt(strike + 100) - Math.sqrt(strike), 2)
                        / (2 * (Math.sqrt(strike + 100) + Math.sqrt(strike))))
                .max()
                .getAsDouble();
        double between = strip.payoff(1649.5) - loss.at(1649.5);
        assertThat(between).isCloseTo(bound, within(1e-3 * bound));
        assertThat(coverage.worstShortfall()).isLessThan(1e-9);
        // Below the lowest strike the chord goes to zero, across the end of the range: there it is widest.
        assertThat(coverage.worstExcessPrice()).isLessThan(1600);
    }

    @Test
    void entryBelowTheRangeNeedsCallsOnly_aboveItPutsOnly() {
        double[] strikes = {1400, 1500, 1600, 1700, 1800, 1900, 2000};
        StripPortfolio below = ChordStrip.of(
                        SampleStrips.range(10, 1500, 1900, 1200), SampleStrips.unlimited(strikes, 10), EXACT, 1700)
                .orElseThrow();
        StripPortfolio above = ChordStrip.of(
                        SampleStrips.range(10, 1500, 1900, 2500), SampleStrips.unlimited(strikes, 10), EXACT, 1700)
                .orElseThrow();
        assertThat(below.legs()).isNotEmpty().allMatch(leg -> leg.option().kind() == OptionKind.CALL);
        assertThat(above.legs()).isNotEmpty().allMatch(leg -> leg.option().kind() == OptionKind.PUT);
    }

    @Test
    void betweenStrikesThereIsAForwardAndCash_andWithoutAForwardMoreCash() {
        RangeLoss loss = SampleStrips.range(1000, 1500, 2500, 2030);
        double[] strikes = {1500, 2000, 2100, 2500};
        StripPortfolio with = ChordStrip.of(loss, SampleStrips.unlimited(strikes, 10), EXACT, 2050)
                .orElseThrow();
        double slope = (loss.at(2100) - loss.at(2000)) / 100;
        assertThat(with.forwardCoins()).isCloseTo(slope, within(1e-12));
        assertThat(with.cash()).isCloseTo(loss.at(2000) + slope * 50, within(1e-9));

        StripTerms without = new StripTerms(false, false, 0, 1e-9, 1e-9, PriceSpan.ALL);
        StripPortfolio flat = ChordStrip.of(loss, SampleStrips.unlimited(strikes, 10), without, 2050)
                .orElseThrow();
        assertThat(flat.forwardCoins()).isZero();
        assertThat(flat.cash()).isEqualTo(loss.at(2100));
        assertThat(Coverage.of(loss, flat, PriceSpan.ALL, 5000).worstShortfall())
                .isLessThan(1e-9);
    }

    @Test
    void withoutCallsAndForwardThereIsNoCoverAtEveryPrice_butUpToAHighestPrice() {
        RangeLoss loss = SampleStrips.range(1000, 1500, 2500, 2000);
        StripTerms every = new StripTerms(false, false, 0, 1, 1, PriceSpan.ALL);
        StripTerms upTo = new StripTerms(false, false, 0, 1, 1, new PriceSpan(0, 3000));
        assertThat(ChordStrip.of(loss, SampleStrips.puts(1500, 1800, 2000), every, 2000))
                .isEmpty();
        StripPortfolio covered = ChordStrip.of(loss, SampleStrips.puts(1500, 1800, 2000), upTo, 2000)
                .orElseThrow();
        assertThat(covered.cash()).isEqualTo(loss.at(3000));
        assertThat(Coverage.of(loss, covered, new PriceSpan(0, 3000), 3000).worstShortfall())
                .isLessThan(1e-9);
        assertThat(Coverage.of(loss, covered, PriceSpan.ALL, 3000).worstShortfall())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void constantProductLossStartsWithAnInfiniteSlope_andIsCoveredFromZeroOn() {
        FullRangeLoss loss = new FullRangeLoss(100, Math.sqrt(2000));
        StripPortfolio strip = ChordStrip.of(
                        loss, SampleStrips.unlimited(new double[] {500, 1000, 2000, 4000}, 10), EXACT, 2000)
                .orElseThrow();
        assertThat(strip.payoff(0)).isCloseTo(100 * Math.sqrt(2000), within(1e-9));
        for (double price = 1; price < 20_000; price *= 1.01) {
            assertThat(strip.payoff(price)).isGreaterThanOrEqualTo(loss.at(price) - 1e-9);
        }
    }

    @Test
    void aRangeInvertedIsTheLossInTheOtherToken() {
        ConcentratedRange range = new ConcentratedRange(1000, Math.sqrt(1 / 2500.0), Math.sqrt(1 / 1500.0));
        RangeLoss loss = new RangeLoss(range.inverted(), Math.sqrt(2000));
        RangeLoss direct = SampleStrips.range(1000, 1500, 2500, 2000);
        assertThat(loss.at(1700)).isCloseTo(direct.at(1700), within(1e-9));
    }
}
