/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.testdata.DeribitChain;
import io.ballast.risk.testdata.DeribitChain.Instrument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole ETH chain of one moment: parity, volatilities of calls against puts, smiles. */
class DeribitOptionsTest {

    /** Marks have six decimals; the forward of call and put may differ by a cent. */
    private static final double MARK_STEP = 1e-6;
    /** The worst gap of the file, at a strike of 6000 where the put is worth 1.68 ETH. */
    private static final double WORST_PARITY_GAP = 8.4e-5;

    @Test
    void marksObeyParityInCoins() {
        double worst = 0;
        for (Instrument[] pair : pairs()) {
            double parity = InverseOption.parityCoin(pair[0].forward(), pair[0].strike());
            worst = Math.max(worst, Math.abs(pair[0].mark() - pair[1].mark() - parity));
        }
        assertThat(pairs()).hasSize(342);
        assertThat(worst).isLessThan(WORST_PARITY_GAP).isGreaterThan(8.3e-5);
    }

    @Test
    void callAndPutOfAStrikeHaveTheSameVolatility() {
        int compared = 0;
        for (Instrument[] pair : pairs()) {
            ImpliedVolatility call = volatility(pair[0]);
            ImpliedVolatility put = volatility(pair[1]);
            if (call.asOptional().isPresent() && put.asOptional().isPresent()) {
                double volatility = call.asOptional().getAsDouble();
                double vegaCoin = option(pair[0], volatility).vegaCoin();
                // As far as the marks themselves agree: their parity gap and their rounding.
                double gap = Math.abs(pair[0].mark()
                        - pair[1].mark()
                        - InverseOption.parityCoin(pair[0].forward(), pair[0].strike()));
                double cent = Math.abs(pair[0].forward() - pair[1].forward()) / pair[0].forward();
                double allowed = 1.5 * (gap + cent + 2 * MARK_STEP) / vegaCoin;
                assertThat(put.asOptional().getAsDouble())
                        .as("%s", pair[0])
                        .isCloseTo(volatility, within(allowed + 1e-9));
                compared += allowed < 0.01 ? 1 : 0;
            }
        }
        assertThat(compared)
                .as("strikes whose marks fix the volatility to one point")
                .isGreaterThan(150);
    }

    @Test
    void aVolatilityGivesTheMarkBack() {
        DeribitChain.byExpiry().values().stream()
                .flatMap(List::stream)
                .forEach(instrument -> volatility(instrument).asOptional().ifPresent(volatility -> assertThat(
                                option(instrument, volatility).priceCoin())
                        .isCloseTo(instrument.mark(), within(1e-14))));
    }

    @Test
    void smilesOfTheMarksGoThroughTheMarks() {
        List<Smile> smiles = new ArrayList<>();
        DeribitChain.byExpiry().values().forEach(instruments -> smiles.add(DeribitSmiles.outOfTheMoney(instruments)));
        for (Smile smile : smiles) {
            for (double strike : smile.strikes()) {
                assertThat(smile.volatility(strike)).isBetween(0.2, 5.0);
            }
        }
        assertThat(smiles).hasSize(11);
        // Deribit's own surface has no fall of total variance near the money, where marks are precise.
        assertThat(CalendarCheck.violations(smiles, 0))
                .noneMatch(violation -> Math.abs(violation.logMoneyness()) < 0.1);
    }

    /** Twelve, the plainest on 10 January: 0.000365, 0.000343 and 0.000193 ETH at 2700, 2750 and 2800. */
    @Test
    void theButterfliesThatTheMarksGiveAwayAreFound() {
        List<Double> found = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (List<Instrument> chain : DeribitChain.byExpiry().values()) {
            Smile smile = DeribitSmiles.outOfTheMoney(chain);
            double tolerance = 20 * MARK_STEP * smile.forward();
            ButterflyCheck.violations(smile, tolerance).forEach(violation -> found.add(violation.price()));
            expected.addAll(negativeButterflies(chain, tolerance));
        }
        // Forwards of a chain's instruments differ by up to a cent.
        assertThat(found)
                .hasSize(12)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 0.02 ? 0 : 1)
                .containsExactlyElementsOf(expected);
        assertThat(found).anyMatch(price -> Math.abs(price - (0.000365 - 2 * 0.000343 + 0.000193) * 2224.2) < 1e-6);
    }

    /** Straight from the marks: dollars of a call at each strike, by parity where the put is out of the money. */
    private static List<Double> negativeButterflies(List<Instrument> chain, double tolerance) {
        double forward = chain.get(0).forward();
        List<double[]> calls = new ArrayList<>(List.of(new double[] {0, forward}));
        for (Instrument i : chain) {
            if (i.call() == (i.strike() >= forward)) {
                double dollars = i.mark() * i.forward();
                calls.add(new double[] {i.strike(), i.call() ? dollars : dollars + i.forward() - i.strike()});
            }
        }
        List<Double> negative = new ArrayList<>();
        for (int i = 1; i + 1 < calls.size(); i++) {
            double[] low = calls.get(i - 1);
            double[] at = calls.get(i);
            double[] high = calls.get(i + 1);
            double price = low[1] - at[1] - (at[1] - high[1]) * (at[0] - low[0]) / (high[0] - at[0]);
            if (price < -tolerance) {
                negative.add(price);
            }
        }
        return negative;
    }

    private static List<Instrument[]> pairs() {
        List<Instrument[]> pairs = new ArrayList<>();
        for (List<Instrument> chain : DeribitChain.byExpiry().values()) {
            for (int i = 0; i + 1 < chain.size(); i += 2) {
                assertThat(chain.get(i).call()).isTrue();
                assertThat(chain.get(i + 1).strike()).isEqualTo(chain.get(i).strike());
                pairs.add(new Instrument[] {chain.get(i), chain.get(i + 1)});
            }
        }
        return pairs;
    }

    private static InverseOption option(Instrument i, double volatility) {
        return new InverseOption(DeribitSmiles.kind(i), i.forward(), i.strike(), volatility, i.years());
    }

    private static ImpliedVolatility volatility(Instrument i) {
        return DeribitSmiles.volatility(i, i.mark());
    }
}
