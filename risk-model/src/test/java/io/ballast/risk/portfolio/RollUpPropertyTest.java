/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.concentrated.ConcentratedCurve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RollUpPropertyTest {

    private static final Numeraire USD = Numeraire.usd(Map.of("ETH", 2011.37, "USDC", 0.9991, "BTC", 60_123.0));
    private static final long HOUR = 3600;
    private static final String[] PATHS = {"desk-a", "desk-a/eth", "desk-a/eth/wide", "desk-b/eth", "desk-ab"};

    /** The sum in decimals of the single positions, rounded once. */
    @Property(tries = 200)
    void shouldBeTheSumOfPositionsExactly(@ForAll Random random) {
        List<PoolPart> parts = parts(random);
        List<HedgeHolding> hedges = hedges(random);
        SortedMap<String, RollUpFigures> levels = RollUp.by(Grouping.PORTFOLIO, parts, hedges, USD);
        for (Map.Entry<String, RollUpFigures> level : levels.entrySet()) {
            List<PoolPart> below = parts.stream()
                    .filter(part -> (part.portfolio().path() + "/").startsWith(level.getKey() + "/"))
                    .toList();
            MoneyFigures money = level.getValue().money();
            assertThat(level.getValue().parts()).isEqualTo(below.size());
            assertThat(money.value()).isEqualTo(exact(below, PartFigures::value));
            assertThat(money.hodl()).isEqualTo(exact(below, PartFigures::hodl));
            assertThat(money.il()).isEqualTo(exact(below, PartFigures::il));
            assertThat(money.fees()).isEqualTo(exact(below, PartFigures::fees));
            assertThat(money.lvr()).isEqualTo(exact(below, PartFigures::lvr));
            assertThat(money.markout()).isEqualTo(exact(below, PartFigures::markout));
            assertThat(money.unfinalisedValue()).isEqualTo(exact(below, PartFigures::unfinalisedValue));
            if (!below.isEmpty()) {
                assertThat(money.rollingLosses().get(HOUR))
                        .isEqualTo(new RollingLoss(
                                exact(
                                        below,
                                        part -> part.rollingLosses().get(HOUR).il()),
                                exact(
                                        below,
                                        part -> part.rollingLosses().get(HOUR).lvr()),
                                true));
            }
        }
    }

    private static double exact(List<PoolPart> parts, ToDoubleFunction<PartFigures> figure) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PoolPart part : parts) {
            sum = sum.add(new BigDecimal(figure.applyAsDouble(part.figures()))
                    .multiply(new BigDecimal(USD.price(part.asset1()))));
        }
        return sum.doubleValue();
    }

    @Property(tries = 100)
    void shouldNotDependOnTheOrderOfParts(@ForAll Random random) {
        List<PoolPart> parts = parts(random);
        List<HedgeHolding> hedges = hedges(random);
        List<PoolPart> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, random);
        for (Grouping grouping : Grouping.values()) {
            assertThat(RollUp.by(grouping, shuffled, hedges, USD)).isEqualTo(RollUp.by(grouping, parts, hedges, USD));
        }
    }

    /** Deltas of both assets are the change of worth by their prices, gamma cash that of the delta's worth for 1 %. */
    @Property(tries = 200)
    void shouldHaveTheDeltasAndGammaOfFiniteDifferences(@ForAll Random random) {
        ConcentratedCurve curve = ConcentratedCurve.between(500 + random.nextInt(500), 1000, 3000);
        double p0 = 1100 + 1700 * random.nextDouble();
        double p1 = 0.98 + 0.04 * random.nextDouble();
        Numeraire numeraire = Numeraire.usd(Map.of("ETH", p0, "USDC", p1));
        PoolPart part = part("p", "ETH", "USDC", curve, p0 / p1, 0);
        RollUpFigures figures = RollUp.of(List.of(part), List.of(), numeraire);
        double h = 1e-4;
        double up0 = curve.value(new double[] {p0 * (1 + h), p1});
        double down0 = curve.value(new double[] {p0 * (1 - h), p1});
        double up1 = curve.value(new double[] {p0, p1 * (1 + h)});
        double down1 = curve.value(new double[] {p0, p1 * (1 - h)});
        double now = curve.value(new double[] {p0, p1});
        AssetFigures eth = figures.assets().get("ETH");
        AssetFigures usdc = figures.assets().get("USDC");
        assertThat(eth.net()).isCloseTo((up0 - down0) / (2 * h * p0), within(1e-6 * eth.net()));
        assertThat(usdc.net()).isCloseTo((up1 - down1) / (2 * h * p1), within(1e-6 * now));
        double second0 = (up0 - 2 * now + down0) / (h * h) / 100;
        double second1 = (up1 - 2 * now + down1) / (h * h) / 100;
        assertThat(eth.gammaCash()).isCloseTo(second0, within(1e-3 * Math.abs(second0)));
        assertThat(usdc.gammaCash()).isCloseTo(second1, within(1e-3 * Math.abs(second1)));
    }

    private static List<PoolPart> parts(Random random) {
        List<PoolPart> parts = new ArrayList<>();
        int count = 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            ConcentratedCurve curve = ConcentratedCurve.between(Math.exp(random.nextGaussian() * 5), 1500, 2500);
            String other = random.nextBoolean() ? "USDC" : "BTC";
            parts.add(part(PATHS[random.nextInt(PATHS.length)], "ETH", other, curve, 1400 + random.nextInt(1200), i));
        }
        return parts;
    }

    private static PoolPart part(
            String path, String asset0, String asset1, ConcentratedCurve curve, double price, int number) {
        double value = curve.value(price);
        double il = curve.impermanentLossSince(2000, price);
        PartFigures figures = new PartFigures(
                true,
                value,
                curve.gamma(price) == 0 ? 0 : value,
                value / 3,
                value - il,
                il,
                value / 70,
                value / 90,
                value / 110,
                curve.amount0(price),
                curve.amount1(price),
                curve.amount0(2000),
                curve.amount1(2000),
                curve.gamma(price),
                price,
                Map.of(HOUR, new RollingLoss(il / 7, value / 120, true)));
        return new PoolPart(new PortfolioPath(path), "pool-" + number % 3, "uniswap-v3", "1", asset0, asset1, figures);
    }

    private static List<HedgeHolding> hedges(Random random) {
        return List.of(
                new HedgeHolding(new PortfolioPath("desk-a/eth"), "binance", "ETH", -10 * random.nextDouble(), 0),
                new HedgeHolding(new PortfolioPath("desk-b"), "deribit", "ETH", random.nextDouble(), 0.01));
    }

    @Example
    void shouldNetPoolsAndHedgesAndAddUpTheirSizes() {
        ConcentratedCurve curve = ConcentratedCurve.between(1000, 1500, 2500);
        List<PoolPart> parts =
                List.of(part("a/x", "ETH", "USDC", curve, 1900, 0), part("a/y", "ETH", "USDC", curve, 1900, 1));
        double held = curve.amount0(1900);
        List<HedgeHolding> hedges = List.of(new HedgeHolding(new PortfolioPath("a"), "binance", "ETH", -1.5 * held, 0));
        RollUpFigures all = RollUp.by(Grouping.PORTFOLIO, parts, hedges, USD).get("a");
        AssetFigures eth = all.assets().get("ETH");
        assertThat(eth.pools()).isEqualTo(2 * held);
        assertThat(eth.net()).isCloseTo(0.5 * held, within(1e-12));
        assertThat(eth.gross()).isCloseTo(3.5 * held, within(1e-12));
        assertThat(all.money().shareInRange()).isEqualTo(1);
        assertThat(new Limit(LimitedFigure.NET_DELTA, "ETH", held).use(all).use())
                .isCloseTo(0.5, within(1e-12));
        assertThat(new Limit(LimitedFigure.GROSS_DELTA, "ETH", held).use(all).isBreached())
                .isTrue();
        assertThat(new Limit(LimitedFigure.VALUE, null, 1e9).use(all).value())
                .isEqualTo(all.money().value());
        assertThat(new Limit(LimitedFigure.NET_DELTA, "DOGE", 1).use(all).use()).isZero();
        assertThat(RollUp.by(Grouping.VENUE, parts, hedges, USD)).containsOnlyKeys("binance", "uniswap-v3");
        assertThat(RollUp.by(Grouping.ASSET, parts, hedges, USD)).containsOnlyKeys("ETH", "USDC");
    }

    @Example
    void shouldReportInAnyAssetWithAPrice() {
        ConcentratedCurve curve = ConcentratedCurve.between(1000, 1500, 2500);
        List<PoolPart> parts = List.of(part("a", "ETH", "USDC", curve, 1900, 0));
        Numeraire eth = new Numeraire("ETH", USD.usdPrices());
        double usd = RollUp.of(parts, List.of(), USD).money().value();
        assertThat(RollUp.of(parts, List.of(), eth).money().value()).isCloseTo(usd / 2011.37, within(1e-9));
        assertThatThrownBy(() -> new Numeraire("DOGE", Map.of()))
                .hasMessage("cannot report in DOGE: no price of it is known");
        assertThatThrownBy(() -> Numeraire.usd(Map.of("ETH", 0.0))).hasMessageContaining("USD price of ETH 0.0");
    }

    @Example
    void shouldGiveNoSumOfMoneyWhereAPriceIsMissing() {
        ConcentratedCurve curve = ConcentratedCurve.between(1000, 1500, 2500);
        List<PoolPart> parts =
                List.of(part("a", "ETH", "USDC", curve, 1900, 0), part("a", "ETH", "DAI", curve, 1900, 0));
        RollUpFigures all = RollUp.of(parts, List.of(), USD);
        assertThat(all.money()).isNull();
        assertThat(all.unpriced()).containsExactly("DAI");
        assertThat(all.assets().get("ETH").net()).isEqualTo(2 * curve.amount0(1900));
        assertThat(all.assets().get("ETH").gammaCash()).isNull();
        assertThat(new Limit(LimitedFigure.VALUE, null, 1).use(all).use()).isNull();
    }

    @Example
    void shouldRefusePathsAndLimitsThatMakeNoSense() {
        assertThat(new PortfolioPath("a/b/c").levels()).containsExactly("a", "a/b", "a/b/c");
        for (String wrong : List.of("", "/a", "a/", "a//b")) {
            assertThatThrownBy(() -> new PortfolioPath(wrong)).hasMessageContaining("has an empty name in it");
        }
        assertThatThrownBy(() -> new Limit(LimitedFigure.NET_DELTA, null, 1)).hasMessageContaining("needs an asset");
        assertThatThrownBy(() -> new Limit(LimitedFigure.VALUE, null, 0)).hasMessageContaining("0.0 must be");
    }
}
