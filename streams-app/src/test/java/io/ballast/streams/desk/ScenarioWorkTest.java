/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.book.HumanUnits;
import io.ballast.risk.book.ShareGroupCurve;
import io.ballast.risk.curve.HeldCurve;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.curve.weighted.WeightedPairCurve;
import io.ballast.risk.scenario.HoldingLeg;
import io.ballast.risk.scenario.Market;
import io.ballast.schema.AssetRisk;
import io.ballast.schema.CurveState;
import io.ballast.schema.HistoricalRisk;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.RiskMethod;
import io.ballast.streams.testkit.SampleSurface;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Constant product pools, whose worth is {@code 2 L sqrt(P)} dollars. */
class ScenarioWorkTest {

    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final ScenarioSettings SETTINGS =
            new ScenarioSettings(Duration.ofMinutes(10), List.of(-0.19, 0.21), List.of(0.0), 1);

    private final Holding straight = pool("a", 100, "ETH", "USDC");
    private final Holding turned = pool("b", 50, "USDC", "ETH");
    private final Holding pair = pool("c", 10, "ETH", "BTC");

    @Test
    void movesEachPoolFromItsOwnPrice() {
        Map<String, PoolPrice> pools = Map.of("a", price(2500), "b", price(1.0 / 1600));
        PortfolioScenarios found = work(List.of(straight, turned), pools, List.of());

        // 2 * 100 * 50 and 2 * 50 * 40.
        assertThat(found.getValue()).isCloseTo(14_000, within(1e-9));
        assertThat(found.getLadder().get(0).getChange()).isCloseTo(-0.1 * 14_000, within(1e-9));
        assertThat(found.getLadder().get(1).getChange()).isCloseTo(0.1 * 14_000, within(1e-9));
        assertThat(found.getAssetLadders())
                .filteredOn(ladder -> ladder.getAsset().equals("ETH"))
                .singleElement()
                .satisfies(ladder -> assertThat(ladder.getPrice()).isEqualTo(2500));
    }

    @Test
    void takesTheCoinFromThePoolInWhichMostIsHeld_andOthersFromWhatIsKnown() {
        Map<String, PoolPrice> pools = Map.of("a", price(2500), "b", price(1.0 / 1600), "c", price(0.05));

        Market market = AssetMarket.of(List.of(turned, pair, straight), pools);

        assertThat(market.prices()).containsEntry("ETH", 2500.0).containsEntry("USDC", 1.0);
        assertThat(market.price("BTC")).isCloseTo(50_000, within(1e-9));
    }

    @Test
    void hasTheValueAtRiskOfAWorthThatRisesWithThePrice() {
        Map<String, PoolPrice> pools = Map.of("a", price(2500), "b", price(1.0 / 1600));
        AssetRisk risk =
                work(List.of(straight, turned), pools, List.of()).getRisk().get(0);

        double v = 0.8 * Math.sqrt(1 / 365.0);
        double root = Math.exp((-2.3263478740408408 * v - v * v / 2) / 2);
        assertThat(risk.getVar99()).isCloseTo(14_000 * (1 - root), within(1e-6));
        assertThat(risk.getValue()).isCloseTo(14_000, within(1e-9));
    }

    @Test
    void countsHedgesIn() {
        Map<String, PoolPrice> pools = Map.of("a", price(2500));
        // Half of the pool's 2 coins sold, which leaves 1 of delta.
        List<HoldingLeg> hedge = List.of(new HoldingLeg("ETH", -1), new HoldingLeg("USDC", 2500));
        PortfolioScenarios hedged = work(List.of(straight), pools, hedge);

        assertThat(hedged.getValue()).isCloseTo(10_000, within(1e-9));
        assertThat(hedged.getLadder().get(0).getChange()).isCloseTo(-1000 + 0.19 * 2500, within(1e-9));
        assertThat(hedged.getRisk().get(0).getVar99())
                .isLessThan(work(List.of(straight), pools, List.of())
                        .getRisk()
                        .get(0)
                        .getVar99());
    }

    @Test
    void saysWhatIsNotInIt() {
        Map<String, PoolPrice> pools = Map.of("a", price(2500), "c", price(0.05));
        PortfolioScenarios found = work(List.of(straight, turned, pair), pools, List.of());

        assertThat(found.getLeftOut()).singleElement().satisfies(left -> assertThat(left.getReason())
                .isEqualTo("the pool has no price"));
        assertThat(found.getNotInRisk()).singleElement().satisfies(left -> assertThat(left.getPoolId())
                .isEqualTo("c"));
    }

    @Test
    void revaluesPoolsOfAnotherForm() {
        // In an 80/20 pool worth goes with the price to the power 0.8.
        Holding weighted = pool("w", new WeightedPairCurve(0.8, 100), "ETH", "USDC");
        AssetRisk risk = work(List.of(weighted), Map.of("w", price(2500)), List.of())
                .getRisk()
                .get(0);

        double v = 0.8 * Math.sqrt(1 / 365.0);
        double left = Math.exp(0.8 * (-2.3263478740408408 * v - v * v / 2));
        assertThat(risk.getMethod()).isEqualTo(RiskMethod.REVALUED);
        assertThat(risk.getError()).isPositive().isLessThan(1e-4 * risk.getVar99());
        assertThat(risk.getVar99()).isCloseTo(risk.getValue() * (1 - left), within(risk.getError()));
    }

    @Test
    void saysThatItIsExact() {
        AssetRisk risk = work(List.of(straight), Map.of("a", price(2500)), List.of())
                .getRisk()
                .get(0);

        assertThat(risk.getMethod()).isEqualTo(RiskMethod.EXACT);
        assertThat(risk.getError()).isNull();
    }

    @Test
    void putsPastMovesOnThePricesOfNow() {
        // 100 steps at a price, then 19 % below: 8 of the 112 moves of a day have the fall in them.
        PriceHistory history = new PriceHistory();
        for (long step = 0; step < 120; step++) {
            history.put(step, Map.of("ETH", step < 100 ? 1000.0 : 810.0, "USDC", 1.0));
        }
        HistoricalRisk risk = work(List.of(straight), Map.of("a", price(2500)), List.of(), history)
                .getHistorical();

        // Worth goes with the root of the price: 10 % of 10,000 in 8 of the worst 5.6, and in all of the worst 1.12.
        assertThat(risk.getMoves()).isEqualTo(112);
        assertThat(risk.getVar95()).isCloseTo(1000, within(1e-9));
        assertThat(risk.getEs99()).isCloseTo(1000, within(1e-9));
        assertThat(risk.getLast()).isEqualTo(PriceHistory.end(119));
        assertThat(risk.getHorizonDays()).isEqualTo(1);
    }

    @Test
    void saysNothingOfThePast_whereLittleOfItWasSeen() {
        PriceHistory history = new PriceHistory();
        for (long step = 0; step < 80; step++) {
            history.put(step, Map.of("ETH", 1000.0));
        }
        assertThat(work(List.of(straight), Map.of("a", price(2500)), List.of(), history)
                        .getHistorical())
                .isNull();
    }

    private static PortfolioScenarios work(
            List<Holding> holdings, Map<String, PoolPrice> pools, List<HoldingLeg> hedges) {
        return work(holdings, pools, hedges, new PriceHistory());
    }

    private static PortfolioScenarios work(
            List<Holding> holdings, Map<String, PoolPrice> pools, List<HoldingLeg> hedges, PriceHistory history) {
        Market market = AssetMarket.of(holdings, pools);
        OptionSurface surface = SampleSurface.at(NOON, 0.8).build();
        return new ScenarioWork(
                        holdings,
                        new HedgeLegs(market, hedges, List.of(), List.of(), Set.of("USD", "USDC")),
                        pools,
                        SETTINGS)
                .scenarios("desk", Map.of("ETH", surface), history, NOON, false);
    }

    private static PoolPrice price(double price) {
        return new PoolPrice(price, null, NOON, false);
    }

    private static Holding pool(String id, double liquidity, String asset0, String asset1) {
        return pool(id, new ConstantProductCurve(liquidity), asset0, asset1);
    }

    private static Holding pool(String id, PairCurve held, String asset0, String asset1) {
        ShareGroupCurve curve = new ShareGroupCurve(
                1,
                HeldCurve.ofWholeTokens(held),
                1,
                BigInteger.ZERO,
                BigInteger.ZERO,
                BigInteger.ZERO,
                new HumanUnits(18, 18));
        return new Holding(
                "desk",
                id,
                CurveState.COMPLETE,
                curve,
                null,
                asset0,
                asset1,
                asset0.equals("USDC"),
                asset1.equals("USDC"),
                NOON,
                false);
    }
}
