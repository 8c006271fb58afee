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
                double allowed = 1.5 * (gap + 2 * MARK_STEP) / vegaCoin;
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
        smiles.forEach(smile -> assertThat(ButterflyCheck.violations(smile, 20 * MARK_STEP * smile.forward()))
                .isEmpty());
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
