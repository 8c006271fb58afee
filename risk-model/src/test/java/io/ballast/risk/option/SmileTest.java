/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmileTest {

    private static final double YEARS = 0.25;
    private static final List<SmileQuote> SKEW = List.of(
            SmileQuote.marked(2200, 0.62),
            SmileQuote.marked(1600, 0.80),
            SmileQuote.marked(1800, 0.70),
            SmileQuote.marked(2000, 0.65),
            SmileQuote.marked(2600, 0.66));

    @Test
    void goesThroughItsQuotes_andIsLinearInVarianceBetween() {
        Smile smile = new Smile(2000, YEARS, SKEW, SmileWings.LINEAR);
        for (SmileQuote quote : SKEW) {
            assertThat(smile.volatility(quote.strike())).isCloseTo(quote.mark(), within(1e-15));
        }
        double middle = Math.sqrt(1600 * 1800.0);
        assertThat(smile.volatility(middle)).isCloseTo(Math.sqrt((0.64 + 0.49) / 2), within(1e-14));
    }

    @Test
    void wingsRiseAlongTheLastPiece_orAreFlat_orFlatWhereThePieceFallsOutwards() {
        Smile linear = new Smile(2000, YEARS, SKEW, SmileWings.LINEAR);
        Smile flat = new Smile(2000, YEARS, SKEW, SmileWings.FLAT);
        double slope = YEARS * (0.49 - 0.64) / Math.log(1800 / 1600.0);
        double far = Math.log(1000 / 2000.0);
        assertThat(linear.totalVariance(far)).isCloseTo(0.64 * YEARS + slope * Math.log(1000 / 1600.0), within(1e-14));
        assertThat(flat.volatility(1000)).isCloseTo(0.80, within(1e-15));
        Smile frown = new Smile(
                2000, YEARS, List.of(SmileQuote.marked(1800, 0.5), SmileQuote.marked(2200, 0.6)), SmileWings.LINEAR);
        assertThat(frown.volatility(100)).isCloseTo(0.5, within(1e-15));
        assertThat(frown.totalVariance(10)).isGreaterThan(frown.totalVariance(5));
    }

    @Test
    void noWingIsSteeperThanADistributionAllows() {
        Smile steep = new Smile(
                2000, 1, List.of(SmileQuote.marked(1990, 3), SmileQuote.marked(2010, 0.5)), SmileWings.LINEAR);
        assertThat(steep.varianceSlope(-3)).isEqualTo(-2);
        assertThat(steep.totalVariance(-3) - steep.totalVariance(-2)).isCloseTo(2, within(1e-14));
    }

    @Test
    void skewIsTheSlopeOfVolatility() {
        Smile smile = new Smile(2000, YEARS, SKEW, SmileWings.LINEAR);
        double h = 1e-6;
        double slope = (smile.volatility(1700 * Math.exp(h)) - smile.volatility(1700 * Math.exp(-h))) / (2 * h);
        assertThat(smile.skew(1700)).isCloseTo(slope, within(1e-8));
        // At a quote: the mean of both sides, which is the central difference across it.
        double across = (smile.totalVariance(Math.log(0.9) + h) - smile.totalVariance(Math.log(0.9) - h)) / (2 * h);
        assertThat(smile.varianceSlope(LogMoneyness.of(1800, 2000))).isCloseTo(across, within(1e-8));
    }

    @Test
    void deltaFollowsTheSmileAsTheRuleSays() {
        double h = 0.01;
        for (OptionKind kind : OptionKind.values()) {
            Smile smile = new Smile(2000, YEARS, SKEW, SmileWings.LINEAR);
            double strike = 1700;
            double moneyness = (moved(kind, strike, 2000 + h) - moved(kind, strike, 2000 - h)) / (2 * h);
            double fixed = smile.volatility(strike);
            double stuck = (new Black76(kind, 2000 + h, strike, fixed, YEARS, 0).price()
                            - new Black76(kind, 2000 - h, strike, fixed, YEARS, 0).price())
                    / (2 * h);
            assertThat(smile.delta(kind, strike, SmileDynamics.STICKY_MONEYNESS))
                    .isCloseTo(moneyness, within(1e-6));
            assertThat(smile.delta(kind, strike, SmileDynamics.STICKY_STRIKE)).isCloseTo(stuck, within(1e-6));
            assertThat(moneyness).isGreaterThan(stuck + 0.01);
        }
    }

    /** Price where every quote has moved along with the forward. */
    private static double moved(OptionKind kind, double strike, double forward) {
        List<SmileQuote> quotes = SKEW.stream()
                .map(quote -> SmileQuote.marked(quote.strike() * forward / 2000, quote.mark()))
                .toList();
        return new Smile(forward, YEARS, quotes, SmileWings.LINEAR)
                .option(kind, strike)
                .price();
    }

    @Test
    void aMiddleIsTheMark_orBothSides_neverOneSide() {
        assertThat(new SmileQuote(1, 0.5, 0.6, 0.52).middle()).hasValue(0.52);
        assertThat(new SmileQuote(1, 0.5, 0.6, null).middle()).hasValue(0.55);
        assertThat(new SmileQuote(1, null, 0.6, null).middle()).isEmpty();
        assertThat(new SmileQuote(1, 0.7, 0.6, null).crossed()).isTrue();
        assertThatThrownBy(() -> new Smile(1, 1, List.of(new SmileQuote(1, null, 0.6, null)), SmileWings.FLAT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none of 1 quotes");
        assertThatThrownBy(() ->
                        new Smile(1, 1, List.of(SmileQuote.marked(1, 1), SmileQuote.marked(1, 2)), SmileWings.FLAT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("strike 1.0 is quoted twice");
        assertThatThrownBy(() -> SmileQuote.marked(1, 0)).hasMessageContaining("mark volatility 0.0");
    }

    @Test
    void fallingVarianceIsACalendarArbitrage() {
        Smile earlier = flat(0.1, 0.9);
        Smile later = flat(0.2, 0.6);
        assertThat(CalendarCheck.violations(List.of(later, earlier), 0))
                .extracting(CalendarCheck.Violation::varianceLost)
                .allSatisfy(lost -> assertThat(lost).isCloseTo(0.1 * 0.81 - 0.2 * 0.36, within(1e-15)))
                .hasSize(3);
        assertThat(CalendarCheck.violations(List.of(later, earlier), 0.01)).isEmpty();
        assertThat(CalendarCheck.violations(List.of(earlier, flat(0.2, 0.65)), 0))
                .isEmpty();
        assertThatThrownBy(() -> CalendarCheck.violations(List.of(earlier, earlier), 0))
                .hasMessageContaining("two smiles of the expiry in 0.1 years");
    }

    @Test
    void anIsolatedHighVolatilityIsAButterflyArbitrage() {
        Smile bumped = new Smile(
                2000,
                YEARS,
                List.of(SmileQuote.marked(1900, 0.6), SmileQuote.marked(2000, 0.75), SmileQuote.marked(2100, 0.6)),
                SmileWings.FLAT);
        List<ButterflyCheck.Violation> found = ButterflyCheck.violations(bumped, 0);
        assertThat(found).hasSize(1);
        double butterfly = bumped.option(OptionKind.CALL, 1900).price()
                - 2 * bumped.option(OptionKind.CALL, 2000).price()
                + bumped.option(OptionKind.CALL, 2100).price();
        assertThat(found.get(0).strike()).isEqualTo(2000);
        assertThat(found.get(0).price()).isCloseTo(butterfly, within(1e-9)).isNegative();
        assertThat(ButterflyCheck.violations(flat(0.2, 0.6), 0)).isEmpty();
    }

    @Test
    void callsThatRiseWithTheStrikeAreOneToo() {
        Smile rising = new Smile(
                2000, YEARS, List.of(SmileQuote.marked(2000, 0.3), SmileQuote.marked(2100, 0.6)), SmileWings.FLAT);
        assertThat(ButterflyCheck.violations(rising, 0))
                .anyMatch(violation -> violation.highStrike() == Double.POSITIVE_INFINITY);
    }

    private static Smile flat(double years, double volatility) {
        return new Smile(
                2000,
                years,
                List.of(
                        SmileQuote.marked(1800, volatility),
                        SmileQuote.marked(2000, volatility),
                        SmileQuote.marked(2200, volatility)),
                SmileWings.LINEAR);
    }
}
