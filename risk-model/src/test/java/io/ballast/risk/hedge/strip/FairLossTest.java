/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.option.OptionKind;
import io.ballast.risk.option.Smile;
import io.ballast.risk.option.SmileQuote;
import io.ballast.risk.option.SmileWings;
import io.ballast.risk.testdata.PublishedCase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairLossTest {

    @TestFactory
    Stream<DynamicTest> published() {
        return PublishedCase.tests(
                Map.of("bsm_il_claim", FairLossTest::claim, "bsm_il_claim_v2", FairLossTest::constantProductClaim));
    }

    private static Map<String, ?> claim(PublishedCase c) {
        RangeLoss loss = SampleStrips.range(1, c.real("pa"), c.real("pb"), c.real("P0"));
        double expected = FairLoss.lognormal(loss, c.real("F"), c.real("vol") * Math.sqrt(c.real("T")));
        return Map.of(
                "expectedLossPerL",
                expected,
                "fracOfV0",
                expected / loss.range().value(Math.sqrt(c.real("P0"))));
    }

    private static Map<String, ?> constantProductClaim(PublishedCase c) {
        FullRangeLoss loss = new FullRangeLoss(50, Math.sqrt(2000));
        double fair = FairLoss.lognormal(loss, 2000, c.real("vol") * Math.sqrt(c.real("T")));
        return Map.of("fracOfV0", fair / (2 * 50 * Math.sqrt(2000)));
    }

    @ParameterizedTest
    @CsvSource({"1500, 2500, 2000, 2000, 0.8, 0.1", "1990, 2010, 1950, 2000, 0.5, 0.02", "500, 9000, 2500, 1800, 1.2, 1"
    })
    void closedFormAndOptionsOfEveryStrikeAgree(
            double lower, double upper, double entry, double forward, double volatility, double years) {
        RangeLoss loss = SampleStrips.range(100, lower, upper, entry);
        double closed = FairLoss.lognormal(loss, forward, volatility * Math.sqrt(years));
        double strip = FairLoss.underSmile(loss, SampleStrips.flat(forward, years, volatility));
        assertThat(strip).isCloseTo(closed, within(1e-9 * closed));
    }

    @Test
    void aFineStripOfListedStrikesCostsAsMuch_fromAbove() {
        RangeLoss loss = SampleStrips.range(100, 1500, 2500, 2000);
        Smile smile = new Smile(
                2000, 0.1, List.of(SmileQuote.marked(1500, 0.9), SmileQuote.marked(2500, 0.7)), SmileWings.LINEAR);
        double[] strikes = Stream.iterate(1500.0, k -> k + 5)
                .limit(201)
                .mapToDouble(k -> k)
                .toArray();
        StripPortfolio strip = ChordStrip.of(loss, SampleStrips.unlimited(strikes, 1), StripTerms.plain(1, 1), 2000)
                .orElseThrow();
        double cost = strip.cash();
        for (StripLeg leg : strip.legs()) {
            OptionKind kind = leg.option().kind();
            cost += leg.quantity() * smile.option(kind, leg.option().strike()).price();
        }
        double fair = FairLoss.underSmile(loss, smile);
        assertThat(cost).isBetween(fair, fair * 1.001);
    }
}
