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
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Positions of weighted and stable pools under shocks, against published cases. */
class WhatIfOfSharesTest {
    private static final String SECOND_POOL = "curve:1:0x00000000000000000000000000000000000000cc";
    private static final String UNTOLD_POOL = "curve:1:0x00000000000000000000000000000000000000dd";

    private static DeskFixture desk;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
        PoolDefinition weighted = pool(Samples.WBTC_WETH, "WBTC", 8, "WETH", 18, PoolKind.WEIGHTED);
        PoolDefinition stable = pool(SECOND_POOL, "WETH", 18, "USDC", 6, PoolKind.STABLE);
        PoolDefinition untold = pool(UNTOLD_POOL, "WETH", 18, "USDC", 6, PoolKind.STABLE);
        desk.write(weighted);
        desk.write(stable);
        desk.write(untold);
        PoolRisk weights = Samples.poolRisk(weighted.getPoolId());
        weights.setWeight0(0.2);
        desk.write(Topic.POOL_RISK, weights.getPoolId(), weights);
        PoolRisk amplification = Samples.poolRisk(stable.getPoolId());
        amplification.setAmplification(200.0);
        desk.write(Topic.POOL_RISK, amplification.getPoolId(), amplification);
        // A fifth in one coin and four in 80 of the other is a price of 20.
        desk.write(share(weighted, "desk-w", "1" + "0".repeat(8), "80" + "0".repeat(18), 20, 2_500));
        desk.write(share(stable, "desk-s", "500000" + "0".repeat(18), "500000" + "0".repeat(6), 1, 1));
        desk.write(share(untold, "desk-s", "7" + "0".repeat(18), "7" + "0".repeat(6), 1, 1));
        desk.write(Topic.PORTFOLIO_RISK, "desk-w", Portfolios.inCoins("desk-w", "BTC", "ETH"));
        desk.write(Topic.PORTFOLIO_RISK, "desk-s", Portfolios.inCoins("desk-s", "ETH"));
        desk.awaitTotal(3);
        Eventually.holds(() -> desk.get("/api/v1/portfolios").body().contains("desk-s"));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static PoolDefinition pool(
            String id, String symbol0, int decimals0, String symbol1, int decimals1, PoolKind kind) {
        PoolDefinition pool = Samples.pool(id, symbol0, decimals0, symbol1, decimals1);
        pool.setKind(kind);
        return pool;
    }

    private static PositionRisk share(
            PoolDefinition pool, String portfolio, String amount0, String amount1, double price, double usdPerToken1) {
        PositionRisk risk = Samples.position(pool.getPoolId(), 1, 100);
        risk.setKind(PositionKind.LP_TOKEN);
        risk.setPortfolio(portfolio);
        risk.setTickLower(null);
        risk.setTickUpper(null);
        risk.setPrincipal0Raw(amount0);
        risk.setPrincipal1Raw(amount1);
        risk.setPrice(price);
        risk.setUsdPerToken1(usdPerToken1);
        return risk;
    }

    private static JsonNode ask(String portfolio, String shocks) throws JsonProcessingException {
        return PositionsApiTest.json(desk.get(
                "/api/v1/what-if/" + portfolio + "?shocks=" + URLEncoder.encode(shocks, StandardCharsets.UTF_8)));
    }

    /** Balancer's documentation, "Impermanent loss": a 20/80 pool is worth 1.7904556364-fold when its tokens are 1.15- and 2-fold. */
    @Test
    void revaluesAWeightedPool() throws JsonProcessingException {
        JsonNode answer = ask("desk-w", "BTC:+15%,ETH:+100%");

        double worth = (20 + 80) * 2_500;
        assertThat(answer.get("value").asDouble()).isCloseTo(worth, within(1e-6));
        assertThat(answer.get("shocks").get(0).get("live").asDouble())
                .isCloseTo(0.7904556364 * worth, within(2e-8 * worth));
    }

    /** A million at an amplification of 200 is worth 1000475.1312074566 at a price of 1.001: solved in 50 digits. */
    @Test
    void revaluesAStablePool() throws JsonProcessingException {
        JsonNode answer = ask("desk-s", "ETH:+0.1%");

        assertThat(answer.get("value").asDouble()).isCloseTo(1_000_000, within(1e-6));
        assertThat(answer.get("shocks").get(0).get("live").asDouble()).isCloseTo(475.1312074566, within(1e-5));
    }

    @Test
    void namesWhatItCannotRevalue() throws JsonProcessingException {
        JsonNode leftOut = ask("desk-s", "ETH:+0.1%").get("left_out");

        assertThat(leftOut).hasSize(1);
        assertThat(leftOut.get(0).get("reason").asText()).isEqualTo("their curve, price or amounts are not known");
    }

    @Test
    void drawsThePayoffOfAShare() throws JsonProcessingException {
        JsonNode payoff = PositionsApiTest.json(desk.get("/api/v1/position-payoff/" + SECOND_POOL + "/nft:1"));

        assertThat(payoff.get("exact").asBoolean()).isTrue();
        assertThat(payoff.get("value").get(60).asDouble()).isCloseTo(1_000_000, within(1e-6));
    }
}
