/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import static io.ballast.desk.api.DescribedValue.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ballast.desk.Alerts;
import io.ballast.desk.DeskFixture;
import io.ballast.desk.Eventually;
import io.ballast.desk.Portfolios;
import io.ballast.desk.PositionEvents;
import io.ballast.desk.Samples;
import io.ballast.desk.delivery.ReceiverKind;
import io.ballast.desk.delivery.ReceiverStatus;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The API does what its description says, path by path. */
class ContractTest {
    /** What stands in a path's place for an id or key; paths that are not here have none or are tested elsewhere. */
    private static final Map<String, String> SAMPLES = Map.of(
            "/api/v1/portfolios/{key}", "desk-a/eth",
            "/api/v1/portfolio-history/{key}", "desk-a/eth",
            "/api/v1/portfolio-attribution/{key}", "desk-a/eth",
            "/api/v1/what-if/{key}", "desk-a/eth",
            "/api/v1/hedges/{key}", "desk-a/eth%7CETH",
            "/api/v1/alerts/{key}", "f1",
            "/api/v1/alert-deliveries/{key}", "pager%7Cf1",
            "/api/v1/alert-history/{key}", "f1");

    /** What paths need to be asked besides. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "/api/v1/position-explanation/{id}", "?figure=il_usd",
            "/api/v1/what-if/{key}", "?shocks=ETH:-20%25&legs=perp:ETH:-1;put:ETH:1:2000:2026-12-25:65%25");

    private static DeskFixture desk;
    private static Map<String, Object> description;

    @BeforeAll
    static void open() {
        desk = new DeskFixture();
        desk.writeBook(4);
        desk.write(Topic.PORTFOLIO_RISK, "desk-a/eth", Portfolios.portfolio("desk-a/eth", 1_000));
        desk.write(Topic.HEDGE_RECOMMENDATIONS, "desk-a/eth|ETH", Portfolios.advice("desk-a/eth"));
        desk.write(Topic.POSITION_EVENTS, Samples.WETH_USDC, PositionEvents.increase(2, 17, 1));
        desk.write(Alerts.firing("f1"));
        desk.write(Topic.ALERT_DELIVERIES, "pager|f1", Alerts.refused("pager", "f1"));
        Eventually.holds(() -> desk.get("/api/v1/alerts").body().contains("f1")
                && desk.get("/api/v1/alert-deliveries").body().contains("f1")
                && desk.get("/api/v1/position-events/" + Samples.WETH_USDC + "/nft:2")
                        .body()
                        .contains("NFT_INCREASE")
                && desk.get("/api/v1/hedges").body().contains("desk-a")
                && desk.get("/api/v1/portfolios").body().contains("desk-a"));
        description = new Yaml().load(desk.get("/api/v1/openapi.yaml").body());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static Stream<String> described() {
        return Stream.of(
                "/api/v1/sign-in",
                "/api/v1/positions",
                "/api/v1/positions/{id}",
                "/api/v1/position-history/{id}",
                "/api/v1/position-payoff/{id}",
                "/api/v1/position-now/{id}",
                "/api/v1/position-events/{id}",
                "/api/v1/position-explanation/{id}",
                "/api/v1/position-attribution/{id}",
                "/api/v1/position-groups",
                "/api/v1/portfolios",
                "/api/v1/portfolios/{key}",
                "/api/v1/portfolio-history/{key}",
                "/api/v1/portfolio-attribution/{key}",
                "/api/v1/what-if/{key}",
                "/api/v1/replay",
                "/api/v1/scenarios",
                "/api/v1/hedges",
                "/api/v1/hedges/{key}",
                "/api/v1/pools",
                "/api/v1/alerts",
                "/api/v1/alerts/{key}",
                "/api/v1/alert-history/{key}",
                "/api/v1/alert-deliveries",
                "/api/v1/alert-deliveries/{key}",
                "/api/v1/receivers",
                "/api/v1/pipeline",
                "/api/v1/dead-letters",
                "/api/v1/me",
                "/api/v1/health");
    }

    @ParameterizedTest
    @MethodSource("described")
    void answersAsDescribed(String path) throws IOException {
        HttpResponse<String> answer = desk.get(filled(path));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(new DescribedValue(description).faults(new JsonMapper().readTree(answer.body()), schema(path), ""))
                .isEmpty();
    }

    private static String filled(String path) {
        return path.replace("{id}", Samples.WETH_USDC + "/nft:2").replace("{key}", SAMPLES.getOrDefault(path, ""))
                + QUESTIONS.getOrDefault(path, "");
    }

    @ParameterizedTest
    @MethodSource("described")
    void givesCsvWhereThatIsDescribed(String path) {
        HttpResponse<String> answer = desk.get(filled(path), "Accept", "text/csv");

        boolean csv = answer.headers().firstValue("content-type").orElse("").startsWith("text/csv");
        assertThat(csv).isEqualTo(content(path).containsKey("text/csv"));
    }

    @Test
    void answersWithAProblemAsDescribed() throws IOException {
        HttpResponse<String> answer = desk.get("/api/v1/positions/none");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new DescribedValue(description)
                        .faults(new JsonMapper().readTree(answer.body()), component("Problem"), ""))
                .isEmpty();
    }

    @Test
    void tellsOfAReceiverAsDescribed() {
        ReceiverStatus status = new ReceiverStatus(
                "pager",
                ReceiverKind.PAGERDUTY,
                true,
                3,
                2,
                1,
                9,
                0,
                Optional.of(Samples.TIME),
                Optional.empty(),
                "HTTP 503");

        assertThat(new DescribedValue(description).faults(DeliveriesApi.json(status), component("Receiver"), ""))
                .isEmpty();
    }

    private static Map<String, Object> component(String name) {
        return map(map(map(description.get("components")).get("schemas")).get(name));
    }

    @Test
    void isTestedInFull() {
        assertThat(map(description.get("paths")).keySet())
                .containsAll(described().toList())
                .filteredOn(path -> described().noneMatch(path::equals))
                .as("tested elsewhere, or without a sample here")
                .containsExactlyInAnyOrder(
                        "/api/v1/scenarios/{key}",
                        "/api/v1/pools/{key}",
                        "/api/v1/alert-events/{key}",
                        "/api/v1/stream",
                        "/api/v1/openapi.yaml");
    }

    private static Map<String, Object> schema(String path) {
        return map(map(content(path).get("application/json")).get("schema"));
    }

    private static Map<String, Object> content(String path) {
        Map<String, Object> get =
                map(map(map(description.get("paths")).get(path)).get("get"));
        return map(map(map(get.get("responses")).get("200")).get("content"));
    }
}
