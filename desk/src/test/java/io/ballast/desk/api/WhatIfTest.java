/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Portfolios;
import io.ballast.desk.Samples;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgeLegState;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.OptionRight;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.SmilePoint;
import io.ballast.schemas.catalogue.Topic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One position over the whole range, so that its worth goes with the root of the price: 2 L sqrt(P). */
class WhatIfTest {
    private static final double PRICE = 2_500;
    /** In whole units, for tokens with 18 and 6 decimals: 10^-12 for their product's root. */
    private static final double LIQUIDITY = 100;

    private static final Instant EXPIRY = Instant.parse("2026-08-01T08:00:00Z");
    private static final double YEARS = (181 + 20.0 / 24) / 365;
    private static final double D1 = 0.65 * Math.sqrt(YEARS) / 2;

    private static DeskFixture desk;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
        desk.write(Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
        PositionRisk risk = Samples.position(Samples.WETH_USDC, 1, 2 * LIQUIDITY * Math.sqrt(PRICE));
        risk.setTickLower(-887_270);
        risk.setTickUpper(887_270);
        risk.setLiquidityRaw("100000000000000");
        risk.setPrice(PRICE);
        risk.setUsdPerToken1(1.0);
        desk.write(risk);
        PositionRisk elsewhere = Samples.position(Samples.WETH_USDC, 2, 1);
        elsewhere.setPortfolio("desk-b");
        desk.write(elsewhere);
        desk.write(Topic.PORTFOLIO_RISK, "desk-a", hedged());
        desk.write(Topic.OPTION_SURFACES, "ETH|2026-08-01", surface());
        desk.write(Topic.HEDGE_INSTRUMENTS, "sim:put", put());
        desk.write(Topic.PORTFOLIO_RISK, "desk-c", holdingPuts());
        Eventually.holds(() -> desk.get("/api/v1/portfolios").body().contains("desk-c"));
        desk.awaitTotal(2);
    }

    /** Short one coin. */
    private static PortfolioRisk hedged() {
        PortfolioRisk risk = Portfolios.portfolio("desk-a", 10_000);
        risk.getAssets().get(0).setHedges(-1);
        return risk;
    }

    /** Three puts on half a coin each, and nothing in pools. */
    private static PortfolioRisk holdingPuts() {
        HedgeLegState leg = new HedgeLegState();
        leg.setPortfolio("desk-c");
        leg.setInstrumentId("sim:put");
        leg.setContracts("3");
        leg.setSettlement("USD");
        PortfolioRisk risk = Portfolios.portfolio("desk-c", 0);
        risk.getAssets().get(0).setPrice(PRICE);
        risk.setLegs(List.of(leg));
        return risk;
    }

    private static HedgeInstrument put() {
        HedgeInstrument put = new HedgeInstrument();
        put.setInstrumentId("sim:put");
        put.setKind(InstrumentKind.LINEAR_OPTION);
        put.setBase("ETH");
        put.setQuote("USD");
        put.setSettlement("USD");
        put.setMultiplier("0.5");
        put.setLot("1");
        put.setStrike("2500");
        put.setExpiry(EXPIRY);
        put.setOptionRight(OptionRight.PUT);
        put.setSimulated(true);
        put.setEventTime(Samples.TIME);
        return put;
    }

    /** 65 % at every strike, no carry. */
    private static OptionSurface surface() {
        OptionSurface surface = new OptionSurface();
        surface.setUnderlying("ETH");
        surface.setExpiry(EXPIRY);
        surface.setYearsToExpiry(YEARS);
        surface.setForward(PRICE);
        surface.setIndexPrice(PRICE);
        surface.setAtmVolatility(0.65);
        surface.setSmile(List.of(new SmilePoint(PRICE, 0.65)));
        surface.setEventTime(Samples.TIME);
        surface.setSimulated(true);
        surface.setFlags(List.of());
        return surface;
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static JsonNode ask(String shocks, String legs) throws JsonProcessingException {
        return PositionsApiTest.json(desk.get(path(shocks, legs)));
    }

    private static String path(String shocks, String legs) {
        return "/api/v1/what-if/desk-a?shocks=" + encoded(shocks) + "&legs=" + encoded(legs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void revaluesThePoolsByTheirCurvesAndHedgesByTheirUnits() throws JsonProcessingException {
        JsonNode answer = ask("ETH:-36%;coins:+21%", "");

        double worth = 2 * LIQUIDITY * Math.sqrt(PRICE);
        assertThat(answer.get("positions").asInt()).isEqualTo(1);
        assertThat(answer.get("value").asDouble()).isCloseTo(worth - PRICE, within(1e-6));
        // The root of 0.64 is 0.8, of 1.21 it is 1.1; the short coin gains what it falls by.
        assertThat(live(answer, 0)).isCloseTo(-0.2 * worth + 0.36 * PRICE, within(1e-6));
        assertThat(live(answer, 1)).isCloseTo(0.1 * worth - 0.21 * PRICE, within(1e-6));
    }

    private static double live(JsonNode answer, int shock) {
        return answer.get("shocks").get(shock).get("live").asDouble();
    }

    @Test
    void changesNothingNow_andInAFallWhatAPerpetualGains() throws JsonProcessingException {
        JsonNode answer = ask("coins:+0%;coins:-10%", "perp:ETH:-3");

        JsonNode now = answer.get("shocks").get(0);
        assertThat(now.get("change").asDouble()).isCloseTo(0, within(1e-9));
        JsonNode fall = answer.get("shocks").get(1);
        assertThat(fall.get("legs").asDouble()).isCloseTo(0.1 * 3 * PRICE, within(1e-6));
        assertThat(fall.get("change").asDouble())
                .isCloseTo(fall.get("live").asDouble() + fall.get("legs").asDouble(), within(1e-9));
    }

    /** At the money without interest a put on a coin is worth S (2 N(sd/2) - 1), sd the deviation to 08:00 UTC of its day: Black 1976. */
    @Test
    void pricesAPutByBlack76_andPaysForIt() throws JsonProcessingException {
        JsonNode leg = ask("", "put:ETH:2:2500:2026-08-01:65%").get("legs").get(0);

        assertThat(leg.get("paid").asDouble()).isCloseTo(2 * premium(), within(1e-3));
        assertThat(leg.get("delta").asDouble()).isCloseTo(2 * (normal(D1) - 1), within(1e-6));
    }

    @Test
    void takesTheVolatilityOfTheSurface_whereNoneIsGiven() throws JsonProcessingException {
        JsonNode leg = ask("", "put:ETH:2:2500:2026-08-01").get("legs").get(0);

        assertThat(leg.get("volatility").asDouble()).isCloseTo(0.65, within(1e-12));
        assertThat(leg.get("volatility_source").asText()).isEqualTo("surface of 2026-08-01");
    }

    @Test
    void valuesOptionsThatAreHeld() throws JsonProcessingException {
        JsonNode answer = PositionsApiTest.json(desk.get("/api/v1/what-if/desk-c"));

        assertThat(answer.get("value").asDouble()).isCloseTo(1.5 * premium(), within(1e-3));
        assertThat(answer.get("grid").get("rows")).hasSize(5);
    }

    private static double premium() {
        return PRICE * (2 * normal(D1) - 1);
    }

    /** Abramowitz and Stegun 26.2.17, to 7.5e-8. */
    private static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * x);
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - tail;
    }

    @Test
    void movesVolatilitiesOnlyWhereSomethingDependsOnThem() throws JsonProcessingException {
        assertThat(ask("", "").get("grid").get("rows")).hasSize(1);
        JsonNode rows = ask("", "put:ETH:2:2500:2026-08-01:65%").get("grid").get("rows");

        assertThat(rows).hasSize(5);
        assertThat(rows.get(0).get("change").get(4).asDouble()).isNegative();
        assertThat(rows.get(4).get("change").get(4).asDouble()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ETH:-100% | perp:ETH:1 | is not above -100 %",
                "DOGE:-1% | perp:ETH:1 | nothing here is in DOGE",
                "ETH -1% | perp:ETH:1 | is not of the form asset:+10%",
                "ETH:-1 | perp:ETH:1 | is not in per cent",
                "ETH:-1% | swap:ETH:1 | neither perp:ETH:-5 nor put",
                "ETH:-1% | perp:ETH:many | many is no number",
                "ETH:-1% | perp:DOGE:1 | no price of DOGE is known here",
                "ETH:-1% | put:ETH:1:2000:2020-01-01:50% | has expired",
                "ETH:-1% | put:USDC:1:1:2026-12-25 | no surface of USDC tells a volatility",
                "ETH:-1% | put:ETH:1:0:2026-12-25:50% | 0 is not above 0",
            })
    void saysWhatMakesNoSense(String shocks, String legs, String why) {
        var answer = desk.get(path(shocks, legs));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(why);
    }
}
