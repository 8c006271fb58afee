/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ballast.desk.Alerts;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Portfolios;
import io.ballast.desk.Samples;
import io.ballast.schema.AlertDelivery;
import io.ballast.schema.AlertEvent;
import io.ballast.schema.AlertEventKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens are the messages of FIPS 180-2, B.1 and B.2, whose hashes are published there. */
class AccessTest {
    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String LONG_TOKEN = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    private static final String HASH_OF_LONG = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
    private static final String[] ABC = {"Authorization", "Bearer abc"};
    private static final String OTHERS = Samples.WETH_USDC + "/nft:3";

    @TempDir
    private static Path folder;

    private DeskFixture desk;

    @BeforeEach
    void open() throws IOException {
        Path tokens = folder.resolve("tokens.json");
        Files.writeString(
                tokens,
                """
                [{"name": "ann", "token_sha256": "%s", "portfolios": ["desk-a"]},
                 {"name": "bob", "token_sha256": "%s", "portfolios": ["*"], "may_act": true}]"""
                        .formatted(HASH_OF_ABC, HASH_OF_LONG));
        desk = new DeskFixture(Optional.of(tokens));
        desk.write(Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
        desk.write(Samples.position(Samples.WETH_USDC, 1, 100));
        PositionRisk others = Samples.position(Samples.WETH_USDC, 3, 300);
        others.setPortfolio("desk-b");
        desk.write(others);
        desk.write(Topic.PORTFOLIO_RISK, "desk-a", Portfolios.portfolio("desk-a", 1));
        desk.write(Topic.PORTFOLIO_RISK, "desk-b", Portfolios.portfolio("desk-b", 2));
        desk.write(Topic.HEDGE_RECOMMENDATIONS, "desk-b|ETH", Portfolios.advice("desk-b"));
        desk.write(Alerts.firing("f1"));
        AlertDelivery ofOthers = Alerts.refused("pager", "f2");
        ofOthers.setPortfolio("desk-b");
        desk.write(Topic.ALERT_DELIVERIES, "pager|f2", ofOthers);
        Eventually.holds(() -> desk.get("/api/v1/alerts", ABC).body().contains("f1"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/positions",
                "/api/v1/stream",
                "/api/v1/portfolios",
                "/api/v1/dead-letters",
                "/api/v1/alert-deliveries",
                "/api/v1/receivers",
                "/api/v1/me",
                "/api/v1/positions?format=csv"
            })
    void letsNobodyInWithoutAToken(String path) {
        assertThat(desk.get(path).statusCode()).isEqualTo(401);
        assertThat(desk.get(path, "Authorization", "Bearer abd").statusCode()).isEqualTo(401);
        assertThat(desk.get(path).headers().firstValue("www-authenticate")).isPresent();
    }

    @Test
    void takesNameAndTokenByTheBasicSchemeToo() {
        assertThat(desk.get("/api/v1/me", "Authorization", basic("ann:abc")).body())
                .contains("\"name\":\"ann\"");
        assertThat(desk.get("/api/v1/me", "Authorization", basic("bob:abc")).statusCode())
                .isEqualTo(401);
        assertThat(desk.get("/api/v1/me", "Authorization", basic("ann")).statusCode())
                .isEqualTo(401);
        assertThat(desk.get("/api/v1/me", "Authorization", "Basic ?").statusCode())
                .isEqualTo(401);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void showsOthersPortfoliosNowhere() throws JsonProcessingException {
        assertThat(PositionsApiTest.json(desk.get("/api/v1/positions", ABC))
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(desk.get("/api/v1/positions?format=csv", ABC).body()).doesNotContain("desk-b");
        assertThat(desk.get("/api/v1/position-groups?by=portfolio", ABC).body()).doesNotContain("desk-b");
        assertThat(desk.get("/api/v1/portfolios", ABC).body())
                .contains("desk-a")
                .doesNotContain("desk-b");
        assertThat(desk.get("/api/v1/hedges", ABC).body()).doesNotContain("desk-b");
        assertThat(desk.get("/api/v1/alert-deliveries", ABC).body()).doesNotContain("desk-b");
        assertThat(desk.get("/api/v1/alert-deliveries/pager%7Cf2", ABC).statusCode())
                .isEqualTo(404);
        assertThat(desk.get("/api/v1/positions/" + OTHERS, ABC).statusCode()).isEqualTo(404);
        assertThat(desk.get("/api/v1/position-payoff/" + OTHERS, ABC).statusCode())
                .isEqualTo(404);
        assertThat(desk.get("/api/v1/position-now/" + OTHERS, ABC).statusCode()).isEqualTo(404);
        assertThat(desk.get("/api/v1/position-history/" + OTHERS, ABC).statusCode())
                .isEqualTo(404);
        for (String story : List.of("events", "attribution", "explanation")) {
            assertThat(desk.get("/api/v1/position-" + story + "/" + OTHERS + "?figure=il_usd", ABC)
                            .statusCode())
                    .as(story)
                    .isEqualTo(404);
        }
        assertThat(desk.get("/api/v1/portfolio-attribution/desk-b", ABC).statusCode())
                .isEqualTo(404);
        assertThat(desk.get("/api/v1/what-if/desk-b", ABC).statusCode()).isEqualTo(404);
        assertThat(desk.get("/api/v1/portfolios/desk-b", ABC).statusCode()).isEqualTo(404);
        assertThat(desk.get("/api/v1/portfolio-history/desk-b", ABC).statusCode())
                .isEqualTo(404);
        assertThat(desk.get("/api/v1/dead-letters", ABC).statusCode()).isEqualTo(403);
    }

    @Test
    void letsNobodyActWhoMayOnlyLook() {
        String[] headers = {ABC[0], ABC[1], "Content-Type", "application/json"};

        assertThat(desk.post("/api/v1/alert-events/f1", "{\"kind\":\"ACKNOWLEDGE\"}", headers)
                        .statusCode())
                .isEqualTo(403);
        assertThat(desk.alertEvents()).isEmpty();
    }

    @Test
    void readsNoMoreThanAMegabyteOfWhatSomebodySends() {
        String[] headers = {"Authorization", "Bearer " + LONG_TOKEN, "Content-Type", "application/json"};
        String much = "{\"kind\":\"ACKNOWLEDGE\",\"comment\":\"" + "x".repeat(1_000_001) + "\"}";

        assertThat(desk.post("/api/v1/alert-events/f1", much, headers).statusCode())
                .isEqualTo(413);
        assertThat(desk.alertEvents()).isEmpty();
    }

    @Test
    void letsNobodyControlTheReplay_whoDoesNotSeeAll() {
        String[] headers = {ABC[0], ABC[1], "Content-Type", "application/json"};

        assertThat(desk.post("/api/v1/replay", "{\"playing\":false}", headers).statusCode())
                .isEqualTo(403);
        assertThat(desk.get("/api/v1/replay", ABC).body()).contains("\"playing\":true");
    }

    @Test
    void letsAct_whoMay() {
        String[] headers = {"Authorization", "Bearer " + LONG_TOKEN, "Content-Type", "application/json"};

        assertThat(desk.post("/api/v1/alert-events/f1", "{\"kind\":\"ACKNOWLEDGE\"}", headers)
                        .statusCode())
                .isEqualTo(202);

        AlertEvent event = desk.alertEvents().get(0);
        assertThat(event.getKind()).isEqualTo(AlertEventKind.ACKNOWLEDGE);
        assertThat(event.getBy()).isEqualTo("bob");
        assertThat(event.getSubjectId()).isEqualTo(Samples.WETH_USDC + "/nft:2");
    }

    @Test
    void saysToAnybodyWhetherItIsWell_andNoMore() {
        assertThat(desk.get("/api/v1/health").statusCode()).isIn(200, 503);
        assertThat(desk.get("/api/v1/openapi.yaml").statusCode()).isEqualTo(200);
        assertThat(desk.get("/").statusCode()).isEqualTo(200);
    }
}
