/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.aggregate.Contribution;
import io.ballast.risk.aggregate.GroupTotals;
import io.ballast.risk.curve.concentrated.ConcentratedCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.hedge.CollateralTransfer;
import io.ballast.risk.hedge.HedgeBook;
import io.ballast.risk.hedge.HedgeDelta;
import io.ballast.risk.hedge.Listed;
import io.ballast.risk.hedge.OptionLeg;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevaluationTest {

    private static final Market NOW = Market.at(Map.of("ETH", 2000.0, "USDC", 1.0, "USD", 1.0));

    /** Worth (S - 1900)^+ plus vega times the shift: enough to see both arrive. */
    private static final OptionLeg OPTION = new OptionLeg() {
        @Override
        public double value(double spot, double volShift) {
            return Math.max(0, spot - 1900) + 100 * volShift;
        }

        @Override
        public double delta(double spot, double volShift) {
            return spot > 1900 ? 1 : 0;
        }

        @Override
        public double gamma(double spot, double volShift) {
            return 0;
        }

        @Override
        public double vega(double spot, double volShift) {
            return 100;
        }

        @Override
        public double yearsToExpiry() {
            return 1;
        }

        @Override
        public OptionLeg after(double years) {
            return this;
        }
    };

    @Test
    void shouldValueAPoolAnewAtEachStepOfALadder() {
        ConcentratedCurve curve = ConcentratedCurve.between(1000, 1500, 2500);
        Revaluation book = new Revaluation(List.of(new CurveLeg(curve, "ETH", "USDC")));
        List<ShockResult> results = book.after(NOW, Shocks.joint(List.of("ETH"), Shocks.HALF_TO_HALF));
        assertThat(results).hasSize(11);
        assertThat(results.get(0).change()).isCloseTo(curve.value(1000.0) - curve.value(2000.0), within(1e-9));
        assertThat(results.get(5).change()).isZero();
        assertThat(results.get(10).value()).isCloseTo(curve.value(3000.0), within(1e-9));
        assertThat(Revaluation.worst(results).orElseThrow().shock().name()).isEqualTo("ETH -50%");
        assertThat(Revaluation.worst(List.of())).isEmpty();
    }

    @Test
    void shouldShiftSpotAndVolatilityTogether() {
        Revaluation book = new Revaluation(List.of(new OptionBookLeg(OPTION, "ETH", "USD")));
        List<ShockResult> grid = book.after(NOW, Shocks.grid(List.of("ETH"), List.of(-0.1, 0.1), List.of(0.0, 0.2)));
        assertThat(grid)
                .extracting(result -> result.shock().name())
                .containsExactly("ETH -10%", "ETH +10%", "ETH -10%, vol +20%", "ETH +10%, vol +20%");
        double[] expected = {0, 300, 20, 320};
        for (int i = 0; i < expected.length; i++) {
            assertThat(grid.get(i).value()).isCloseTo(expected[i], within(1e-9));
        }
    }

    /** A pool swaps what holds its peg for what lost it: a 50:50 pool falls with the root of the price. */
    @Test
    void shouldFeelAStableThatLosesItsPegOnBothSides() {
        ConstantProductCurve curve = new ConstantProductCurve(1000);
        Revaluation book = new Revaluation(List.of(new CurveLeg(curve, "ETH", "USDC")));
        ShockResult result =
                book.after(NOW, Shocks.depeg("USDC", List.of(0.81))).get(0);
        assertThat(result.value()).isCloseTo(2 * 1000 * Math.sqrt(2000 * 0.81), within(1e-6));
        assertThat(result.shock().name()).isEqualTo("USDC at 0.81 of its peg");
    }

    @Test
    void shouldShockEachAssetAloneOrAllTogether() {
        Revaluation book = new Revaluation(List.of(new HoldingLeg("ETH", 1), new HoldingLeg("USDC", 1000)));
        assertThat(book.after(NOW, Shocks.perAsset(List.of("ETH", "USDC"), List.of(-0.1))))
                .extracting(ShockResult::change)
                .containsExactly(-200.0, -100.0);
        assertThat(book.after(NOW, Shocks.joint(List.of("ETH", "USDC"), List.of(-0.1)))
                        .get(0)
                        .change())
                .isCloseTo(-300, within(1e-9));
    }

    /** Coin equity by its definition at the shocked price, times that price. */
    @Test
    void shouldValueAnInverseAccountByItsUnits() {
        HedgeBook hedges = new HedgeBook(new Journal());
        hedges.list(Listed.INVERSE);
        hedges.apply(new CollateralTransfer("t", 0, "deribit", "ETH", new BigDecimal("3")));
        hedges.apply(Listed.fill("1", 1, Listed.INVERSE, "-4000", "2000"));
        List<BookLeg> legs = new ArrayList<>();
        HedgeDelta.of(hedges).forEach((asset, units) -> legs.add(new HoldingLeg(asset, units.doubleValue())));
        for (ShockResult result : new Revaluation(legs).after(NOW, Shocks.joint(List.of("ETH"), Shocks.HALF_TO_HALF))) {
            double price = 2000 * result.shock().factors().get("ETH");
            double equity = 3 - 40_000 * (1.0 / 2000 - 1 / price);
            assertThat(result.value()).isCloseTo(equity * price, within(1e-6));
        }
    }

    @Test
    void shouldValueAGroupAsTheSumOfItsPositions() {
        GroupTotals group = new GroupTotals();
        BigInteger liquidity = BigInteger.valueOf(4_000_000_000_000_000L);
        group.add(new Contribution(-202_000, -198_000, liquidity, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO));
        group.add(new Contribution(-201_000, -200_000, liquidity, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO));
        GroupLeg leg = new GroupLeg(group, 18, 6, "ETH", "USDC");
        double human = liquidity.doubleValue() / 1e12;
        for (double price : new double[] {1500, 1900, 2000, 2600}) {
            double sum = human(human, -202_000, -198_000).value(price)
                    + human(human, -201_000, -200_000).value(price);
            Market market = Market.at(Map.of("ETH", price * 0.9, "USDC", 0.9));
            assertThat(leg.value(market)).isCloseTo(sum * 0.9, within(1e-9 * sum));
        }
    }

    private static ConcentratedCurve human(double liquidity, int lower, int upper) {
        return ConcentratedCurve.between(liquidity, price(lower), price(upper));
    }

    private static double price(int tick) {
        return Math.pow(TickMath.sqrtPriceX96AtTick(tick).doubleValue() / Math.pow(2, 96), 2) * 1e12;
    }

    /** A rise of a holding is its return, so its historical risk is that of the returns. */
    @Test
    void shouldPutPastMovesOnTheMarketOfNow() {
        List<Map<String, Double>> returns = new ArrayList<>();
        for (int i = -10; i < 10; i++) {
            returns.add(Map.of("ETH", i / 100.0, "USDC", 0.0));
        }
        Revaluation book = new Revaluation(List.of(new HoldingLeg("ETH", 2), new HoldingLeg("USDC", 7)));
        double[] results = book.after(NOW, Shocks.past(returns)).stream()
                .mapToDouble(ShockResult::change)
                .toArray();
        TailRisk risk = HistoricalRisk.of(results, 0.9);
        assertThat(risk.valueAtRisk()).isCloseTo(0.09 * 4000, within(1e-9));
        assertThat(risk.expectedShortfall()).isCloseTo(0.095 * 4000, within(1e-9));
    }

    @Test
    void shouldNameThePriceThatIsMissingOrMakesNoSense() {
        Revaluation book = new Revaluation(List.of(new HoldingLeg("DOGE", 1)));
        assertThatThrownBy(() -> book.value(NOW)).hasMessageContaining("no price of DOGE is known");
        assertThatThrownBy(() -> Market.at(Map.of("ETH", 0.0))).hasMessageContaining("price of ETH 0.0 must be");
        assertThatThrownBy(() -> Shocks.joint(List.of("ETH"), List.of(-1.0)))
                .hasMessageContaining("price factor of ETH 0.0 must be");
        assertThatThrownBy(() -> new Market(Map.of(), Double.NaN)).hasMessageContaining("shift NaN must be finite");
    }
}
